// Mailbox servers on Hyper-V, replicated to Azure by Site Recovery.
param location string = 'westeurope'
param servers array = ['hv-mbx01', 'hv-mbx02']

resource vault 'Microsoft.RecoveryServices/vaults@2025-02-01' = {
  name: 'rsv-exchange'
  location: location
  sku: { name: 'RS0', tier: 'Standard' }
  properties: {}
}

resource site 'Microsoft.RecoveryServices/vaults/replicationFabrics@2025-08-01' = {
  parent: vault
  name: 'hyperv-site'
  properties: {
    customDetails: { instanceType: 'HyperVSite' }
  }
}

resource policy 'Microsoft.RecoveryServices/vaults/replicationPolicies@2025-08-01' = {
  parent: vault
  name: 'exchange'
  properties: {
    providerSpecificInput: {
      instanceType: 'HyperVReplicaAzure'
      recoveryPointHistoryDuration: 24
      applicationConsistentSnapshotFrequencyInHours: 4
      replicationInterval: 300
    }
  }
}

// No network, standard disks, and a size without support for Premium Storage.
resource mailbox 'Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems@2025-08-01' = [
  for name in servers: {
    name: '${vault.name}/${site.name}/container/${name}'
    properties: {
      policyId: policy.id
      providerSpecificDetails: {
        instanceType: 'HyperVReplicaAzure'
        vmName: name
        osType: 'Windows'
        targetAzureVmName: name
        targetVmSize: 'Standard_E16_v5'
        targetAvailabilityZone: '1'
        targetVmTags: {
          'exchange-version': 'SE'
          'exchange-role': 'mailbox'
          'exchange-dag': 'DAG01'
        }
        useManagedDisks: 'true'
        diskType: 'StandardSSD_LRS'
      }
    }
  }
]
