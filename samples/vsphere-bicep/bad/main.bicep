// Test machines on vSphere, made through Azure Arc as cheaply as it goes, that became the mail servers.
param location string = 'westeurope'
param customLocationId string

resource general 'Microsoft.ConnectedVMwarevSphere/resourcePools@2023-12-01' existing = {
  name: 'general'
}

resource filer 'Microsoft.ConnectedVMwarevSphere/datastores@2023-12-01' existing = {
  name: 'filer-nfs'
}

resource machines 'Microsoft.HybridCompute/machines@2025-01-13' = [
  for i in range(1, 2): {
    name: 'ex2019-0${i}'
    location: location
    kind: 'VMware'
  }
]

resource instances 'Microsoft.ConnectedVMwarevSphere/virtualMachineInstances@2023-12-01' = [
  for i in range(0, 2): {
    name: 'default'
    scope: machines[i]
    extendedLocation: {
      type: 'CustomLocation'
      name: customLocationId
    }
    properties: {
      placementProfile: {
        resourcePoolId: general.id
        datastoreId: filer.id
      }
      hardwareProfile: {
        numCPUs: 4
        memorySizeMB: 16384
      }
      osProfile: {
        osType: 'Windows'
        guestId: 'windows9Server64Guest'
      }
      networkProfile: {
        networkInterfaces: [
          {
            nicType: 'e1000'
            ipSettings: { allocationMethod: 'dynamic' }
          }
        ]
      }
      storageProfile: {
        disks: [
          { name: 'system', unitNumber: 0, diskSizeGB: 80, diskType: 'sesparse' }
          {
            name: 'database'
            unitNumber: 1
            diskSizeGB: 500
            diskMode: 'independent_nonpersistent'
            diskType: 'sesparse'
          }
        ]
      }
    }
  }
]
