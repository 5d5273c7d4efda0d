using 'main.bicep'

param customLocationId = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-arc/providers/Microsoft.ExtendedLocation/customLocations/dc1'
param vCenterId = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-arc/providers/Microsoft.ConnectedVMwarevSphere/vcenters/dc1'
