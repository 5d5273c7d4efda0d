// A two-member DAG of Exchange Server SE on Azure, one member in each zone.
param location string = resourceGroup().location
param serverNames string[] = ['mbx01', 'mbx02']
param serverSize string
@allowed(['Premium_LRS', 'Premium_ZRS'])
param dataDiskSku string = 'Premium_LRS'
param domainControllers string[] = ['10.20.0.4', '10.20.0.5']
@secure()
param adminPassword string

var dataDisks = [
  { name: 'database-01', lun: 0, sizeGB: 2048 }
  { name: 'database-02', lun: 1, sizeGB: 2048 }
  { name: 'logs', lun: 2, sizeGB: 512 }
]

resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-exchange'
  location: location
  properties: {
    // Outbound mail leaves through the relay on TCP 587; nothing goes to the Internet on TCP 25.
    securityRules: [
      {
        name: 'AllowSmtpRelay'
        properties: {
          priority: 200
          direction: 'Outbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourcePortRange: '*'
          sourceAddressPrefix: '*'
          destinationPortRange: '587'
          destinationAddressPrefix: 'Internet'
        }
      }
      {
        name: 'DenySmtpToInternet'
        properties: {
          priority: 300
          direction: 'Outbound'
          access: 'Deny'
          protocol: 'Tcp'
          sourcePortRange: '*'
          sourceAddressPrefix: '*'
          destinationPortRange: '25'
          destinationAddressPrefix: 'Internet'
        }
      }
    ]
  }
}

resource outboundAddress 'Microsoft.Network/publicIPAddresses@2024-05-01' = {
  name: 'pip-exchange-out'
  location: location
  sku: { name: 'Standard' }
  properties: { publicIPAllocationMethod: 'Static' }
}

resource natGateway 'Microsoft.Network/natGateways@2024-05-01' = {
  name: 'nat-exchange'
  location: location
  sku: { name: 'Standard' }
  properties: {
    publicIpAddresses: [{ id: outboundAddress.id }]
  }
}

resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-messaging'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    dhcpOptions: { dnsServers: domainControllers }
  }

  resource subnet 'subnets' = {
    name: 'snet-exchange'
    properties: {
      addressPrefix: '10.20.1.0/24'
      networkSecurityGroup: { id: nsg.id }
      natGateway: { id: natGateway.id }
    }
  }
}

module servers 'modules/mailbox-server.bicep' = [
  for (name, i) in serverNames: {
    name: 'mailbox-server-${i}'
    params: {
      location: location
      name: name
      zone: string(i + 1)
      vmSize: serverSize
      subnetId: vnet::subnet.id
      privateIPAddress: '10.20.1.${10 + i}'
      dataDisks: [for disk in dataDisks: { name: disk.name, lun: disk.lun, sizeGB: disk.sizeGB, sku: dataDiskSku }]
      adminPassword: adminPassword
    }
  }
]
