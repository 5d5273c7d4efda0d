// Edge Transport servers that come and go with the load, on machines that Azure may take away.
param location string
param subnetId string
@secure()
param adminPassword string

resource edge 'Microsoft.Compute/virtualMachineScaleSets@2024-07-01' = {
  name: 'edge'
  location: location
  tags: {
    'exchange-version': '2016'
    'exchange-role': 'edge'
  }
  sku: { name: 'Standard_B8ms', capacity: 2 }
  properties: {
    orchestrationMode: 'Uniform'
    upgradePolicy: { mode: 'Manual' }
    virtualMachineProfile: {
      priority: 'Spot'
      evictionPolicy: 'Delete'
      osProfile: {
        computerNamePrefix: 'edge'
        adminUsername: 'exadmin'
        adminPassword: adminPassword
        windowsConfiguration: { provisionVMAgent: true }
      }
      storageProfile: {
        imageReference: {
          publisher: 'MicrosoftWindowsServer'
          offer: 'WindowsServer'
          sku: '2016-datacenter-server-core-g2'
          version: 'latest'
        }
        osDisk: {
          createOption: 'FromImage'
          caching: 'ReadOnly'
          diffDiskSettings: { option: 'Local' }
          managedDisk: { storageAccountType: 'Standard_LRS' }
        }
      }
      networkProfile: {
        networkInterfaceConfigurations: [
          {
            name: 'nic-edge'
            properties: {
              primary: true
              ipConfigurations: [
                {
                  name: 'ipconfig1'
                  properties: { primary: true, subnet: { id: subnetId } }
                }
              ]
            }
          }
        ]
      }
    }
  }
}

resource autoscale 'Microsoft.Insights/autoscaleSettings@2022-10-01' = {
  name: 'edge'
  location: location
  properties: {
    enabled: true
    targetResourceUri: edge.id
    profiles: [
      {
        name: 'queue'
        capacity: { default: '2', minimum: '1', maximum: '4' }
        rules: []
      }
    ]
  }
}
