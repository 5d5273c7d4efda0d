// A DAG of two Exchange Server SE machines on vSphere, made through Azure Arc.
param location string = 'westeurope'
param customLocationId string
param vCenterId string

@description('The mailbox servers, and the host that each is put on.')
param servers array = [
  { name: 'mbx01', address: '10.0.12.11', host: 'esx01' }
  { name: 'mbx02', address: '10.0.12.12', host: 'esx02' }
]

// Each data disk has a controller of its own.
var dataDisks = [
  { name: 'database-01', controllerKey: 1001, unitNumber: 0, diskSizeGB: 2048 }
  { name: 'database-02', controllerKey: 1002, unitNumber: 0, diskSizeGB: 2048 }
  { name: 'log', controllerKey: 1003, unitNumber: 0, diskSizeGB: 400 }
]

resource windows 'Microsoft.ConnectedVMwarevSphere/virtualMachineTemplates@2023-12-01' existing = {
  name: 'windows-server-2022'
}

resource san 'Microsoft.ConnectedVMwarevSphere/datastores@2023-12-01' existing = {
  name: 'san-exchange'
}

resource lan 'Microsoft.ConnectedVMwarevSphere/virtualNetworks@2023-12-01' existing = {
  name: 'lan-exchange'
}

resource hosts 'Microsoft.ConnectedVMwarevSphere/hosts@2023-12-01' existing = [
  for server in servers: {
    name: server.host
  }
]

resource machines 'Microsoft.HybridCompute/machines@2025-01-13' = [
  for server in servers: {
    name: server.name
    location: location
    kind: 'VMware'
    tags: {
      'exchange-version': 'SE'
      'exchange-role': 'mailbox'
      'exchange-dag': 'DAG01'
    }
  }
]

resource instances 'Microsoft.ConnectedVMwarevSphere/virtualMachineInstances@2023-12-01' = [
  for (server, i) in servers: {
    name: 'default'
    scope: machines[i]
    extendedLocation: {
      type: 'CustomLocation'
      name: customLocationId
    }
    properties: {
      infrastructureProfile: {
        vCenterId: vCenterId
        templateId: windows.id
        firmwareType: 'efi'
      }
      placementProfile: {
        hostId: hosts[i].id
        datastoreId: san.id
      }
      hardwareProfile: {
        numCPUs: 16
        numCoresPerSocket: 16
        memorySizeMB: 131072
      }
      osProfile: {
        computerName: server.name
        osType: 'Windows'
        guestId: 'windows2019srvNext_64Guest'
      }
      networkProfile: {
        networkInterfaces: [
          {
            name: 'lan'
            networkId: lan.id
            nicType: 'vmxnet3'
            ipSettings: {
              allocationMethod: 'static'
              ipAddress: server.address
              subnetMask: '255.255.255.0'
              gateway: ['10.0.12.1']
              dnsServers: ['10.0.10.4', '10.0.10.5']
            }
          }
        ]
      }
      storageProfile: {
        disks: concat(
          [
            {
              name: 'system'
              controllerKey: 1000
              unitNumber: 0
              diskSizeGB: 200
              diskMode: 'persistent'
              diskType: 'flat'
            }
          ],
          map(dataDisks, disk => union(disk, { diskMode: 'persistent', diskType: 'flat' }))
        )
      }
    }
  }
]
