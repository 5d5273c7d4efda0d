import type { JsonObject } from '../source/json.ts';
import { compareRanges, type SourceRange, span } from '../source/range.ts';
import { literalAt, objectValue, withOrigin } from '../value/make.ts';
import type { Resource } from '../value/resource.ts';
import { canonicalAddress, textWithGaps } from '../value/resource-id.ts';
import { uniteReasons } from '../value/unknown.ts';
import { isWhollyKnown, type ObjectValue, type UnknownValue, type Value } from '../value/value.ts';
import { addressUnder } from './address.ts';
import { isDeployment } from './deployments.ts';
import { evaluateMember, evaluateNode } from './evaluate.ts';
import type { Frame } from './frame.ts';
import type { Instance } from './instances.ts';
import { member, memberNamed } from './members.ts';
import { scopeText } from './target.ts';
import type { Template } from './template.ts';

/** A second extension of one name does its work after the first has done its own. */
const RUNS_ON_MACHINE = /\/(extensions|runCommands)$/i;

/**
 * The resources of one deployment, those of nested templates in the place of their deployment.
 *
 * A resource that is declared again with the same type, name and scope is the same one, also when a parameter
 * without a value is in the name. The later declaration replaces the earlier one, since Resource Manager applies all properties again and resets
 * those that are left out ("Deployment modes"); the later one is taken by the order of the text. What
 * runs on a machine is kept each time, and so is a declaration that is uncertain or whose name has
 * other unknown pieces: its address ends in `#2`.
 */
export class ResourceList {
  readonly #resources: Resource[] = [];
  readonly #places = new Map<string, number>();

  get resources(): readonly Resource[] {
    return this.#resources;
  }

  /** Adds everything that the template deploys, in the order of its text. */
  add(template: Template): void {
    for (const instance of template.instances) {
      if (!instance.deployed) continue;
      const nested = isDeployment(instance) && !instance.existing ? template.nested(instance) : undefined;
      if (nested !== undefined) this.add(nested);
      else this.#place(resourceOf(instance, template), hasSettledName(instance));
    }
  }

  #place(resource: Resource, isNameSettled: boolean): void {
    const key = resource.address.toLowerCase();
    const place = this.#places.get(key);
    const first = place === undefined ? undefined : this.#resources[place];
    if (place === undefined || first === undefined) {
      this.#places.set(key, this.#resources.push(resource) - 1);
      return;
    }
    if (resource.mode === 'existing') return;
    const isCertain = isNameSettled && first.uncertain === undefined && resource.uncertain === undefined;
    if (first.mode === 'existing') this.#resources[place] = resource;
    else if (isCertain && !RUNS_ON_MACHINE.test(resource.type)) {
      const dependsOn = [...new Set([...first.dependsOn, ...resource.dependsOn])];
      this.#resources[place] = { ...resource, callPath: first.callPath, dependsOn };
    } else this.#resources.push({ ...resource, address: this.#freeAddress(resource.address) });
  }

  #freeAddress(address: string): string {
    for (let number = 2; ; number++) {
      const candidate = `${address}#${number}`;
      if (this.#places.has(candidate.toLowerCase())) continue;
      this.#places.set(candidate.toLowerCase(), this.#resources.length);
      return candidate;
    }
  }
}

/**
 * Whether two declarations with this name are of one resource. A parameter has one value wherever it is read; what is
 * computed of it can differ from one turn of a loop to the next.
 */
function hasSettledName({ type, name, key }: Instance): boolean {
  if (!isWhollyKnown(type)) return false;
  if (isWhollyKnown(name)) return true;
  if (name.kind !== 'unknown' || key !== undefined) return false;
  return (name.parts ?? [name]).every(part => typeof part === 'string' || isParameter(part));
}

const isParameter = ({ reasons, origin }: UnknownValue): boolean =>
  reasons.every(
    ({ kind, range }) => kind === 'input' && range !== undefined && compareRanges(range, origin.range) === 0,
  );

function resourceOf(instance: Instance, template: Template): Resource {
  const { node, symbol, key, uncertain, existing } = instance;
  const { source } = template;
  const apiVersion = member(node, 'apiVersion');
  const reasons = uniteReasons([source.uncertain, uncertain]);
  const label = symbol ?? undefined;
  return {
    address: fullAddress(instance, template),
    language: 'arm',
    mode: existing ? 'existing' : 'managed',
    type: textWithGaps(instance.type),
    ...(apiVersion === undefined
      ? {}
      : { apiVersion: textWithGaps(evaluateNode(apiVersion, instance.frame)) }),
    body: bodyOf(instance),
    ...(label === undefined ? {} : { label }),
    ...(key === undefined ? {} : { instanceKey: key }),
    callPath: source.callPath,
    range: headOf(node),
    block: node.range,
    ...(source.downloaded === undefined ? {} : { downloaded: source.downloaded }),
    ...(reasons.length === 0 ? {} : { uncertain: reasons }),
    dependsOn: dependenciesOf(instance, template),
  };
}

/** With the scope before it when the deployment does not go to the run's own. */
function fullAddress(instance: Instance, template: Template): string {
  const { subscription, resourceGroup } = template.target;
  const scope = scopeText(subscription, resourceGroup);
  return scope === '' ? instance.address : addressUnder(scope, instance.address);
}

/** Where a finding about an absent property points: the resource's `type`. */
function headOf(node: JsonObject): SourceRange {
  const type = memberNamed(node, 'type');
  return type === undefined
    ? { ...node.range, end: node.range.start + 1 }
    : span(type.name.range, type.value.range);
}

/** What makes the instances, the order and the children is told by the resource itself. */
const NOT_IN_BODY = new Set(['copy', 'resources', 'dependson', 'comments']);

function bodyOf({ node, frame, type, name }: Instance): ObjectValue {
  const inBody: Frame = { ...frame, inResource: true };
  const whole: Readonly<Record<string, Value>> = { type, name };
  const entries = new Map<string, Value>();
  const keyRanges = new Map<string, SourceRange>();
  for (const item of node.members) {
    const key = item.name.value.toLowerCase();
    if (NOT_IN_BODY.has(key)) continue;
    const value = evaluateMember(item.name, item.value, inBody);
    const full = whole[key];
    // A child is named with its parents, whichever way it is written.
    entries.set(item.name.value, full === undefined ? value : withOrigin(full, value.origin));
    keyRanges.set(item.name.value, item.name.range);
  }
  return { ...objectValue(entries, literalAt(node.range)), keyRanges };
}

/** The addresses of what `dependsOn` names, by id, name, symbolic name or loop. */
function dependenciesOf({ node, frame }: Instance, template: Template): readonly string[] {
  const written = member(node, 'dependsOn');
  if (written === undefined) return [];
  const list = evaluateNode(written, frame);
  if (list.kind !== 'list') return [];
  const addresses = list.elements.flatMap(element => {
    const loop = element.kind === 'string' ? loopMembers(element.value, template) : [];
    const address = loop.length > 0 ? undefined : template.locate(element);
    return address === undefined ? loop : [address];
  });
  return [...new Map(addresses.map(address => [canonicalAddress(address), address])).values()];
}

function loopMembers(name: string, template: Template): string[] {
  const wanted = name.toLowerCase();
  const members = template.instances.filter(
    ({ loop, symbol }) => loop?.toLowerCase() === wanted || symbol?.toLowerCase() === wanted,
  );
  return members.filter(({ deployed }) => deployed).map(instance => fullAddress(instance, template));
}
