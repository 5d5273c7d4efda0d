import { computedAt, objectValue } from '../../value/make.ts';
import { STRING } from '../../value/type.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { type ArmFunction, eager, type FunctionCall } from './definition.ts';

interface Endpoints {
  readonly [name: string]: string | readonly string[] | Endpoints;
}

/**
 * What `environment()` gives in the public cloud. Sovereign clouds, Azure Stack Hub and the closed
 * government clouds have the same properties with endpoints of their own. Source: Microsoft Learn,
 * "Deployment functions for ARM templates", `environment`, and the type that the Bicep compiler gives it,
 * November 2026.
 */
const PUBLIC_CLOUD: Endpoints = {
  name: 'AzureCloud',
  gallery: 'https://gallery.azure.com/',
  graph: 'https://graph.windows.net/',
  portal: 'https://portal.azure.com',
  graphAudience: 'https://graph.windows.net/',
  activeDirectoryDataLake: 'https://datalake.azure.net/',
  batch: 'https://batch.core.windows.net/',
  media: 'https://rest.media.azure.net',
  sqlManagement: 'https://management.core.windows.net:8443/',
  vmImageAliasDoc:
    'https://raw.githubusercontent.com/Azure/azure-rest-api-specs/master/arm-compute/quickstart-templates/aliases.json',
  resourceManager: 'https://management.azure.com/',
  authentication: {
    loginEndpoint: 'https://login.microsoftonline.com/',
    audiences: ['https://management.core.windows.net/', 'https://management.azure.com/'],
    tenant: 'common',
    identityProvider: 'AAD',
  },
  suffixes: {
    acrLoginServer: '.azurecr.io',
    azureDatalakeAnalyticsCatalogAndJob: 'azuredatalakeanalytics.net',
    azureDatalakeStoreFileSystem: 'azuredatalakestore.net',
    azureFrontDoorEndpointSuffix: 'azurefd.net',
    keyvaultDns: '.vault.azure.net',
    sqlServerHostname: '.database.windows.net',
    storage: 'core.windows.net',
  },
};

/**
 * The same template goes to any cloud, and only the deployment tells to which one. So the properties are
 * known and their values are not; the reason says what the value is in the public cloud.
 */
function endpointsAt(path: string, endpoints: Endpoints, call: FunctionCall): Value {
  const entries = Object.entries(endpoints).map(([name, endpoint]): readonly [string, Value] => {
    const inner = `${path}.${name}`;
    return [name, isText(endpoint) ? endpointAt(inner, endpoint, call) : endpointsAt(inner, endpoint, call)];
  });
  return objectValue(entries, computedAt(call.range));
}

function endpointAt(path: string, endpoint: string | readonly string[], { range }: FunctionCall): Value {
  const text = `${path} depends on the cloud that the template is deployed to (${String(endpoint)} in the public one)`;
  const type = typeof endpoint === 'string' ? STRING : undefined;
  return unknown({ kind: 'provider', text, range }, computedAt(range), { type });
}

const isText = (endpoint: Endpoints[string]): endpoint is string | readonly string[] =>
  typeof endpoint === 'string' || Array.isArray(endpoint);

export const environment: ArmFunction = eager(0, 0, (_, call) =>
  endpointsAt('environment()', PUBLIC_CLOUD, call),
);
