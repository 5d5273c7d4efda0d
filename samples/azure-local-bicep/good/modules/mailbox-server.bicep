import { mailboxServer } from 'types.bicep'

param location string
param customLocationId string
param server mailboxServer
param imageId string
param logicalNetworkId string
param storagePathId string

@description('Data disks in the order in which they are attached.')
param disks { name: string, sizeGB: int }[] = [
  { name: 'db01', sizeGB: 2048 }
  { name: 'db02', sizeGB: 2048 }
  { name: 'log01', sizeGB: 256 }
  { name: 'queue', sizeGB: 128 }
]

var extendedLocation = {
  type: 'CustomLocation'
  name: customLocationId
}

resource machine 'Microsoft.HybridCompute/machines@2025-01-13' = {
  name: server.name
  location: location
  kind: 'HCI'
  identity: { type: 'SystemAssigned' }
  tags: {
    'exchange-version': 'SE'
    'exchange-role': 'mailbox'
    'exchange-dag': 'DAG01'
  }
}

resource networkInterface 'Microsoft.AzureStackHCI/networkInterfaces@2026-04-01-preview' = {
  name: '${server.name}-nic'
  location: location
  extendedLocation: extendedLocation
  properties: {
    ipConfigurations: [
      {
        name: 'lan'
        properties: {
          privateIPAddress: server.address
          subnet: { id: logicalNetworkId }
        }
      }
    ]
  }
}

// Fixed disks: Azure Local would take both, but a dynamic one can run out of space under its databases.
resource disk 'Microsoft.AzureStackHCI/virtualHardDisks@2026-04-01-preview' = [
  for item in disks: {
    name: '${server.name}-${item.name}'
    location: location
    extendedLocation: extendedLocation
    properties: {
      diskSizeGB: item.sizeGB
      dynamic: false
      diskFileFormat: 'vhdx'
      logicalSectorBytes: 512
      physicalSectorBytes: 4096
      containerId: storagePathId
    }
  }
]

resource virtualMachine 'Microsoft.AzureStackHCI/virtualMachineInstances@2026-04-01-preview' = {
  name: 'default'
  scope: machine
  extendedLocation: extendedLocation
  properties: {
    hardwareProfile: {
      vmSize: 'Custom'
      processors: 16
      memoryMB: 131072
    }
    placementProfile: {
      zone: server.zone
      strictPlacementPolicy: true
    }
    osProfile: {
      computerName: server.name
      windowsConfiguration: { provisionVMAgent: true }
    }
    storageProfile: {
      imageReference: { id: imageId }
      dataDisks: [for (item, i) in disks: { id: disk[i].id }]
    }
    networkProfile: {
      networkInterfaces: [{ id: networkInterface.id }]
    }
  }
}
