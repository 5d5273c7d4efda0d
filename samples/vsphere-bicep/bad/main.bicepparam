using 'main.bicep'

param customLocationId = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-arc/providers/Microsoft.ExtendedLocation/customLocations/dc1'
