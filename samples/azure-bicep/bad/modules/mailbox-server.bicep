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

resource disks 'Microsoft.Compute/disks@2024-03-02' = [
  for disk in dataDisks: {
    name: '${name}-${disk.name}'
    location: location
    sku: { name: disk.sku }
    properties: {
      creationData: {
        createOption: disk.sourceId == null ? 'Empty' : 'Copy'
        sourceResourceId: disk.sourceId
      }
      diskSizeGB: disk.sizeGB
      maxShares: disk.maxShares
    }
  }
]

resource server 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: name
  location: location
  tags: {
    'exchange-version': '2016'
    'exchange-role': 'mailbox'
    'exchange-dag': 'DAG01'
  }
  properties: {
    additionalCapabilities: { hibernationEnabled: true }
    hardwareProfile: { vmSize: vmSize }
    availabilitySet: { id: availabilitySetId }
    osProfile: {
      computerName: name
      adminUsername: 'exadmin'
      adminPassword: adminPassword
      windowsConfiguration: { provisionVMAgent: true }
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
        diskSizeGB: 256
        managedDisk: { storageAccountType: 'Premium_LRS' }
      }
      dataDisks: [
        for (disk, i) in dataDisks: {
          lun: disk.lun
          createOption: 'Attach'
          caching: disk.caching
          managedDisk: { id: disks[i].id }
        }
      ]
    }
    networkProfile: { networkInterfaces: [{ id: nic.id }] }
  }
}

output id string = server.id
