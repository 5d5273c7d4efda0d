// The estate as it was lifted and shifted: Exchange 2016, cheap disks, both members of the DAG in one fault domain.
param location string = resourceGroup().location
param serverSize string
@description('SKU of the data disks that do not ask for one of their own.')
@allowed(['Standard_LRS', 'StandardSSD_LRS', 'Premium_LRS'])
param diskSku string = 'Premium_LRS'
@secure()
param adminPassword string

var serverNames = ['mbx01', 'mbx02']

var dataDisks = [
  { name: 'database', lun: 0, sizeGB: 2048, sku: diskSku, caching: 'ReadWrite', maxShares: 1, sourceId: null }
  { name: 'logs', lun: 1, sizeGB: 512, sku: 'PremiumV2_LRS', caching: 'None', maxShares: 1, sourceId: null }
  // Restored, and attached to both members at once.
  {
    name: 'archive'
    lun: 2
    sizeGB: 1024
    sku: 'Premium_LRS'
    caching: 'None'
    maxShares: 2
    sourceId: resourceId('rg-archive', 'Microsoft.Compute/snapshots', 'archive-2024')
  }
]

resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-exchange'
  location: location
  properties: {
    securityRules: [
      {
        name: 'AllowMailOut'
        properties: {
          priority: 200
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourcePortRange: '*'
          sourceAddressPrefix: '*'
          destinationPortRanges: ['25', '443', '587']
          destinationAddressPrefix: 'Internet'
        }
      }
      // Comes too late: the rule above has already let TCP 25 out.
      {
        name: 'DenySmtpToInternet'
        properties: {
          priority: 300
          direction: 'Outbound'
          access: 'Deny'
          protocol: '*'
          sourcePortRange: '*'
          sourceAddressPrefix: '*'
          destinationPortRange: '25'
          destinationAddressPrefix: 'Internet'
        }
      }
      // Keeps servers of one subnet apart, as one does with web servers.
      {
        name: 'DenyBetweenServers'
        properties: {
          priority: 400
          direction: 'Inbound'
          access: 'Deny'
          protocol: 'Tcp'
          sourcePortRange: '*'
          sourceAddressPrefix: '10.20.1.0/24'
          destinationPortRange: '1024-65535'
          destinationAddressPrefix: '10.20.1.0/24'
        }
      }
    ]
  }
}

resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-messaging'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
  }

  resource subnet 'subnets' = {
    name: 'snet-exchange'
    properties: {
      addressPrefix: '10.20.1.0/24'
      networkSecurityGroup: { id: nsg.id }
    }
  }
}

resource availabilitySet 'Microsoft.Compute/availabilitySets@2024-07-01' = {
  name: 'avset-dag01'
  location: location
  sku: { name: 'Aligned' }
  properties: {
    platformFaultDomainCount: 1
    platformUpdateDomainCount: 5
  }
}

module servers 'modules/mailbox-server.bicep' = [
  for (name, i) in serverNames: {
    name: 'mailbox-server-${i}'
    params: {
      location: location
      name: name
      vmSize: serverSize
      subnetId: vnet::subnet.id
      availabilitySetId: availabilitySet.id
      dataDisks: dataDisks
      adminPassword: adminPassword
    }
  }
]

module edge 'modules/edge-servers.bicep' = {
  name: 'edge-servers'
  params: {
    location: location
    subnetId: vnet::subnet.id
    adminPassword: adminPassword
  }
}

module protection 'modules/protection.bicep' = {
  name: 'protection'
  params: {
    location: location
    snapshotDiskId: resourceId('Microsoft.Compute/disks', 'mbx01-database')
    backupServerId: servers[1].outputs.id
    shutdownServerId: servers[0].outputs.id
  }
}
