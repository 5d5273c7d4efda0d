using 'main.bicep'

param customLocationId = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/local/providers/Microsoft.ExtendedLocation/customLocations/hq'

param servers = [
  { name: 'mbx01', zone: '1', address: '10.20.0.11' }
  { name: 'mbx02', zone: '2', address: '10.20.0.12' }
]

param dataPaths = [
  'C:\\ClusterStorage\\Exchange_1\\mbx01'
  'C:\\ClusterStorage\\Exchange_2\\mbx02'
]
