using 'main.bicep'

param serverSize = 'Standard_E8_v5'
// Saves money in the test subscription.
param diskSku = 'StandardSSD_LRS'
param adminPassword = az.getSecret('00000000-0000-0000-0000-000000000000', 'rg-secrets', 'kv-exchange', 'exadmin')
