// How the servers are protected: by what knows nothing of Exchange.
param location string
param snapshotDiskId string
param backupServerId string
param shutdownServerId string

resource beforeUpdate 'Microsoft.Compute/snapshots@2024-03-02' = {
  name: 'mbx01-before-update'
  location: location
  properties: {
    creationData: {
      createOption: 'Copy'
      sourceResourceId: snapshotDiskId
    }
  }
}

resource backup 'Microsoft.RecoveryServices/vaults@2024-04-01' = {
  name: 'rsv-exchange'
  location: location
  sku: { name: 'Standard' }
  properties: {}

  resource policy 'backupPolicies' existing = {
    name: 'DefaultPolicy'
  }
}

resource protected 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems@2024-04-01' = {
  name: 'rsv-exchange/Azure/iaasvmcontainer;iaasvmcontainerv2;rg-exchange;mbx02/vm;iaasvmcontainerv2;rg-exchange;mbx02'
  properties: {
    protectedItemType: 'Microsoft.Compute/virtualMachines'
    policyId: backup::policy.id
    sourceResourceId: backupServerId
  }
}

// Saves money at night.
resource shutdown 'Microsoft.DevTestLab/schedules@2018-09-15' = {
  name: 'shutdown-computevm-mbx01'
  location: location
  properties: {
    status: 'Enabled'
    taskType: 'ComputeVmShutdownTask'
    dailyRecurrence: { time: '2200' }
    timeZoneId: 'W. Europe Standard Time'
    notificationSettings: { status: 'Disabled' }
    targetResourceId: shutdownServerId
  }
}
