// A two-member DAG of Exchange Server SE on Azure Local, its members in different zones of the cluster.
import { mailboxServer } from 'modules/types.bicep'

param location string = resourceGroup().location

@description('The custom location of the cluster.')
param customLocationId string

@description('The mailbox servers of DAG01.')
param servers mailboxServer[]

@description('The folder on a cluster shared volume that the data disks lie in, one a server.')
param dataPaths string[]

resource logicalNetwork 'Microsoft.AzureStackHCI/logicalNetworks@2026-04-01-preview' existing = {
  name: 'servers'
}

resource windowsServer 'Microsoft.AzureStackHCI/marketplaceGalleryImages@2026-04-01-preview' = {
  name: 'windows-server-2025-core'
  location: location
  extendedLocation: { type: 'CustomLocation', name: customLocationId }
  properties: {
    osType: 'Windows'
    hyperVGeneration: 'V2'
    identifier: {
      publisher: 'MicrosoftWindowsServer'
      offer: 'WindowsServer'
      sku: '2025-datacenter-core'
    }
  }
}

resource dataPath 'Microsoft.AzureStackHCI/storageContainers@2026-04-01-preview' = [
  for (path, i) in dataPaths: {
    name: 'exchange-${i + 1}'
    location: location
    extendedLocation: { type: 'CustomLocation', name: customLocationId }
    properties: { path: path }
  }
]

module mailboxServers 'modules/mailbox-server.bicep' = [
  for (server, i) in servers: {
    name: 'mailbox-server-${server.name}'
    params: {
      location: location
      customLocationId: customLocationId
      server: server
      imageId: windowsServer.id
      logicalNetworkId: logicalNetwork.id
      storagePathId: dataPath[i].id
    }
  }
]
