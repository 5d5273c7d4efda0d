import { boolValue, defaultAt } from '../../value/make.ts';
import { textIn } from '../../value/read.ts';
import type { Value } from '../../value/value.ts';
import type { Machine } from '../model.ts';
import { otherRolesOf } from '../other-roles.ts';
import { otherRoleIn } from '../recognition-names.ts';
import type { AzureInventory } from './azure-inventory.ts';
import { ifDeployed } from './azure-joins.ts';

/** What a deployment declares beside its machines and matters to all of them. */
export function besideMachines(
  { managedDomains, elasticSanVolumes, machines: declared }: AzureInventory,
  machines: readonly Machine[],
): Pick<Machine, 'managedDomainOnly' | 'elasticSan'> {
  const [volume] = elasticSanVolumes;
  const [first] = declared;
  if (first === undefined) return {};
  return {
    managedDomainOnly: managedDomainOnly(managedDomains, machines, first.resource.range),
    ...(volume === undefined
      ? {}
      : { elasticSan: ifDeployed(boolValue(true, defaultAt(volume.range)), volume) }),
  };
}

/** Whether a managed domain is declared and no machine that may be a domain controller. */
function managedDomainOnly(
  domains: AzureInventory['managedDomains'],
  machines: readonly Machine[],
  here: Machine['resource']['range'],
): Value {
  const [domain] = domains;
  if (domain === undefined || machines.some(mayBeController)) return boolValue(false, defaultAt(here));
  return ifDeployed(boolValue(true, defaultAt(domain.range)), domain);
}

function mayBeController(machine: Machine): boolean {
  const roles = otherRolesOf(machine);
  if (roles.kind === 'list' && roles.elements.some(role => textIn(role) === 'dc')) return true;
  const names = [textIn(machine.name), textIn(machine.computerName), machine.resource.label];
  return names.some(name => name !== undefined && CONTROLLER.test(otherRoleIn(name) ?? ''));
}

/** Words of names that stand for domain controllers. */
const CONTROLLER = /^(?:r?o?dc|addc|adds|pdc|bdc|gc|domaincontrollers?)\d*$/;
