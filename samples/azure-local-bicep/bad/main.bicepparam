using 'main.bicep'

param customLocationId = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/local/providers/Microsoft.ExtendedLocation/customLocations/branch'

param servers = ['ex2019-01', 'ex2019-02']
