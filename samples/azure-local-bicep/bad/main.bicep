// What a template for application servers on Azure Local does to Exchange.
param location string = resourceGroup().location

@description('The custom location of the cluster.')
param customLocationId string

@description('Names of the servers.')
param servers string[]

var extendedLocation = {
  type: 'CustomLocation'
  name: customLocationId
}

resource logicalNetwork 'Microsoft.AzureStackHCI/logicalNetworks@2026-04-01-preview' = {
  name: 'clients'
  location: location
  extendedLocation: extendedLocation
  properties: {
    vmSwitchName: 'ConvergedSwitch'
    subnets: [{ name: 'clients', properties: { ipAllocationMethod: 'Dynamic' } }]
  }
}

resource files 'Microsoft.AzureStackHCI/storageContainers@2026-04-01-preview' = {
  name: 'files'
  location: location
  extendedLocation: extendedLocation
  properties: { path: '\\\\files.contoso.com\\vms' }
}

module applicationServers 'modules/application-server.bicep' = [
  for name in servers: {
    name: 'application-server-${name}'
    params: {
      name: name
      location: location
      extendedLocation: extendedLocation
      logicalNetworkId: logicalNetwork.id
      storagePathId: files.id
    }
  }
]
