using 'main.bicep'

param vmSize = 'Standard_D8_v5'
param dataDiskSku = 'StandardSSD_LRS'
param adminPassword = az.getSecret('00000000-0000-0000-0000-000000000000', 'rg-secrets', 'kv-exchange', 'exadmin')
