using 'main.bicep'

param serverSize = 'Standard_E16s_v5'
param adminPassword = az.getSecret('00000000-0000-0000-0000-000000000000', 'rg-secrets', 'kv-exchange', 'exadmin')
