import { dataDisk } from 'types.bicep'

param location string
param name string
param vmSize string
param subnetId string
param zone string
param privateIPAddress string
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
          privateIPAllocationMethod: 'Static'
          privateIPAddress: privateIPAddress
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
    zones: [zone]
    sku: { name: disk.sku }
    properties: {
      creationData: { createOption: 'Empty' }
      diskSizeGB: disk.sizeGB
    }
  }
]

resource server 'Microsoft.Compute/virtualMachines@2024-07-01' = {
  name: name
  location: location
  zones: [zone]
  tags: {
    'exchange-version': 'SE'
    'exchange-role': 'mailbox'
    'exchange-dag': 'DAG01'
  }
  properties: {
    hardwareProfile: { vmSize: vmSize }
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
          caching: 'None'
          managedDisk: { id: disks[i].id }
        }
      ]
    }
    networkProfile: { networkInterfaces: [{ id: nic.id }] }
  }
}

output id string = server.id
