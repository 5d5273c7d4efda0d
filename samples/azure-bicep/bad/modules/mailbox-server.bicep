import { dataDisk } from 'types.bicep'

param location string
param name string
param vmSize string
param subnetId string
param availabilitySetId string
param dataDisks dataDisk[]
@secure()
param adminPassword string

resource nic 'Microsoft.Network/networkInterfaces@2024-05-01' = {
  name: 'nic-${name}'
  location: location
  properties: {
    ipConfigurations: [
      {
        name: 'ipconfig1'
        properties: {
          privateIPAllocationMethod: 'Dynamic'
          subnet: { id: subnetId }
        }
      }
    ]
  }
}

resource server 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: name
  location: location
  tags: {
    'exchange-version': '2019'
    'exchange-role': 'mailbox'
    'exchange-dag': 'DAG01'
  }
  properties: {
    // Saves money at night.
    additionalCapabilities: { hibernationEnabled: true }
    hardwareProfile: { vmSize: vmSize }
    availabilitySet: { id: availabilitySetId }
    osProfile: {
      computerName: name
      adminUsername: 'exadmin'
      adminPassword: adminPassword
    }
    storageProfile: {
      imageReference: {
        publisher: 'MicrosoftWindowsServer'
        offer: 'WindowsServer'
        sku: '2022-datacenter-g2'
        version: 'latest'
      }
      osDisk: {
        createOption: 'FromImage'
        caching: 'ReadWrite'
        managedDisk: { storageAccountType: 'Premium_LRS' }
      }
      dataDisks: [
        for (disk, lun) in dataDisks: {
          lun: lun
          name: '${name}-${disk.name}'
          createOption: 'Empty'
          caching: 'None'
          diskSizeGB: disk.sizeGB
          managedDisk: { storageAccountType: disk.sku }
        }
      ]
    }
    networkProfile: { networkInterfaces: [{ id: nic.id }] }
  }
}

output id string = server.id
