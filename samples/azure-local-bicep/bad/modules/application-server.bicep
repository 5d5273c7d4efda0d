param name string
param location string
param extendedLocation object
param logicalNetworkId string
param storagePathId string

resource machine 'Microsoft.HybridCompute/machines@2025-01-13' = {
  name: name
  location: location
  kind: 'HCI'
}

resource networkInterface 'Microsoft.AzureStackHCI/networkInterfaces@2026-04-01-preview' = {
  name: '${name}-nic'
  location: location
  extendedLocation: extendedLocation
  properties: {
    ipConfigurations: [{ name: 'lan', properties: { subnet: { id: logicalNetworkId } } }]
  }
}

resource data 'Microsoft.AzureStackHCI/virtualHardDisks@2026-04-01-preview' = {
  name: '${name}-data'
  location: location
  extendedLocation: extendedLocation
  properties: {
    diskSizeGB: 1024
    dynamic: true
    diskFileFormat: 'vhd'
    maxShares: 2
    containerId: storagePathId
  }
}

resource beforeUpdate 'Microsoft.AzureStackHCI/snapshots@2026-04-01-preview' = {
  name: '${name}-before-update'
  location: location
  extendedLocation: extendedLocation
  properties: {
    creationData: { createOption: 'Copy', sourceResourceId: data.id }
  }
}

resource virtualMachine 'Microsoft.AzureStackHCI/virtualMachineInstances@2026-04-01-preview' = {
  name: 'default'
  scope: machine
  extendedLocation: extendedLocation
  properties: {
    hardwareProfile: {
      vmSize: 'Custom'
      processors: 8
      memoryMB: 16384
      dynamicMemoryConfig: {
        minimumMemoryMB: 4096
        maximumMemoryMB: 65536
        targetMemoryBuffer: 20
      }
    }
    placementProfile: { zone: '1' }
    osProfile: { computerName: name, windowsConfiguration: {} }
    storageProfile: { dataDisks: [{ id: data.id }] }
    networkProfile: { networkInterfaces: [{ id: networkInterface.id }] }
  }
}
