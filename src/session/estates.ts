import { buildEstate } from '../estate/build.ts';
import { type Declaration, unusedDeclarations } from '../estate/declarations.ts';
import type { Mapper } from '../estate/mapper.ts';
import { arcVsphereMapper } from '../estate/mappers/arc-vsphere.ts';
import { azureMapper } from '../estate/mappers/azure.ts';
import { azureLocalMapper } from '../estate/mappers/azure-local.ts';
import { hypervMapper } from '../estate/mappers/hyperv.ts';
import { scvmmMapper } from '../estate/mappers/scvmm.ts';
import { siteRecoveryMapper } from '../estate/mappers/site-recovery.ts';
import { vsphereMapper } from '../estate/mappers/vsphere.ts';
import type { Estate } from '../estate/model.ts';
import { arrangeDiagnostics, type Diagnostic } from '../source/diagnostic.ts';
import { baseName } from '../source/path.ts';
import type { Deployment } from '../value/resource.ts';
import type { Config } from './config.ts';
import type { Evaluation } from './evaluate.ts';

/** The estates of the deployments of a run. */
export interface Estates {
  readonly deployments: readonly NamedEstate[];
  /** Of the run, its deployments and its estates, arranged. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface NamedEstate {
  readonly name: string;
  readonly deployment: Deployment;
  readonly estate: Estate;
}

/** One mapper a platform; vSphere is managed through vCenter or through Azure Arc. */
const MAPPERS: readonly Mapper[] = [
  azureMapper,
  vsphereMapper,
  arcVsphereMapper,
  hypervMapper,
  azureLocalMapper,
  scvmmMapper,
  siteRecoveryMapper,
];

export function buildEstates({ deployments, diagnostics }: Evaluation, config: Config): Estates {
  const used = new Set<Declaration>();
  const found: Diagnostic[] = [...diagnostics];
  const named = deployments.map((deployment): NamedEstate => {
    const built = buildEstate(deployment, config.declarations, MAPPERS);
    found.push(...deployment.diagnostics, ...built.diagnostics);
    for (const declaration of built.usedDeclarations) used.add(declaration);
    return { name: deploymentName(deployment), deployment, estate: built.estate };
  });
  found.push(...unusedDeclarations(config.declarations, used));
  return { deployments: named, diagnostics: arrangeDiagnostics(found) };
}

/** `infra/prod`, `main.json with prod.parameters.json`; a root module is deployed in one way only. */
export function deploymentName({ path, language, parameterFiles }: Deployment): string {
  return language === 'terraform' || parameterFiles.length === 0
    ? path
    : `${path} with ${parameterFiles.map(baseName).join(' and ')}`;
}
