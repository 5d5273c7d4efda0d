// A stand-alone mailbox server on VMware, replicated to Azure by Site Recovery.
param location string = 'westeurope'

resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = {
  name: 'rsv-exchange'
  location: location
  sku: { name: 'RS0', tier: 'Standard' }
  properties: {}
}

resource policy 'Microsoft.RecoveryServices/vaults/replicationPolicies@2025-08-01' = {
  parent: vault
  name: 'exchange'
  properties: {
    providerSpecificInput: {
      instanceType: 'InMageRcm'
      recoveryPointHistoryInMinutes: 1440
      appConsistentFrequencyInMinutes: 240
      crashConsistentFrequencyInMinutes: 5
      enableMultiVmSync: 'false'
    }
  }
}

resource group 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-exchange'
  location: location
  properties: {
    securityRules: [
      {
        name: 'no-smtp-out'
        properties: {
          priority: 100
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

resource recovery 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-recovery'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] }
    subnets: [
      {
        name: 'exchange'
        properties: {
          addressPrefix: '10.40.0.0/24'
          networkSecurityGroup: { id: group.id }
        }
      }
    ]
  }
}

resource test 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-recovery-test'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] }
  }
}

resource mailbox 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = {
  name: '${vault.name}/vcenter/container/vmw-mbx01'
  properties: {
    policyId: policy.id
    providerSpecificDetails: {
      instanceType: 'InMageRcm'
      fabricDiscoveryMachineId: '${resourceGroup().id}/providers/Microsoft.OffAzure/VMwareSites/vcenter/machines/vmw-mbx01'
      processServerId: '11111111-2222-3333-4444-555555555555'
      targetResourceGroupId: resourceGroup().id
      targetVmName: 'vmw-mbx01'
      targetVmSize: 'Standard_E16s_v5'
      targetNetworkId: recovery.id
      targetSubnetName: 'exchange'
      testNetworkId: test.id
      disksDefault: {
        diskType: 'Premium_LRS'
        logStorageAccountId: '${resourceGroup().id}/providers/Microsoft.Storage/storageAccounts/stlogs'
      }
      targetVmTags: [
        { tagName: 'exchange-version', tagValue: 'SE' }
        { tagName: 'exchange-role', tagValue: 'mailbox' }
      ]
    }
  }
}
