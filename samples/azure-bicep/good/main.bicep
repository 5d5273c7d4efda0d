param location string = resourceGroup().location
param serverPrefix string = 'mbx'
@minValue(2)
@maxValue(16)
param serverCount int = 2
param vmSize string
@allowed(['Premium_LRS', 'Premium_ZRS'])
param dataDiskSku string = 'Premium_LRS'
@secure()
param adminPassword string

var dataDisks = [
  { purpose: 'database-01', sizeGB: 2048 }
  { purpose: 'database-02', sizeGB: 2048 }
  { purpose: 'logs', sizeGB: 512 }
]

resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-exchange'
  location: location
  properties: {
    securityRules: [
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
    platformFaultDomainCount: 2
    platformUpdateDomainCount: 5
  }
}

module servers 'modules/mailbox-server.bicep' = [
  for i in range(0, serverCount): {
    name: 'mailbox-server-${i}'
    params: {
      location: location
      name: '${serverPrefix}${padLeft(i + 1, 2, '0')}'
      vmSize: vmSize
      subnetId: vnet::subnet.id
      availabilitySetId: availabilitySet.id
      privateIPAddress: '10.20.1.${10 + i}'
      dataDisks: [for disk in dataDisks: { name: disk.purpose, sizeGB: disk.sizeGB, sku: dataDiskSku }]
      adminPassword: adminPassword
    }
  }
]
