import type { Origin } from '../value/origin.ts';
import { textWithGaps } from '../value/resource-id.ts';
import { joinText } from '../value/text.ts';
import type { StringValue, UnknownValue, Value } from '../value/value.ts';

/**
 * Type and name of a resource folded into its address, in the order of a resource id:
 * `Microsoft.Network/virtualNetworks/vnet1/subnets/sub1`. When the numbers of their segments do not
 * agree, as with a name that is not known, the name stands after the whole type.
 */
export function addressOf(type: string, name: string): string {
  const [namespace = '', ...types] = type.split('/');
  const names = name.split('/');
  if (types.length !== names.length) return `${type}/${name}`;
  return [namespace, ...types.flatMap((segment, index) => [segment, names[index] ?? ''])].join('/');
}

/** The address of a resource on another one, or in another scope than the deployment's own. */
export const addressUnder = (scope: string, address: string): string =>
  `${scope.replace(/^\/|\/$/g, '')}/providers/${address}`;

/** The address in the text of a resource id, without its scope. */
export function addressInId(id: string): string | undefined {
  const match = /^\/?(?:.*?\/)??providers\/(.+\/.+\/.+)$/i.exec(id);
  return match?.[1];
}

/** `Microsoft.Compute/disks/db1`, also of a child: what `dependsOn` and `reference` take for an id. */
export const isRelativeId = (text: string): boolean => /^[\w-]+\.[\w.-]+\/[^/]+\/[^/]/.test(text);

/**
 * A resource id under a scope (`/subscriptions/...`). It is a text when everything is known; else an
 * unknown text with its known pieces that stands for the resource.
 */
export function resourceIdValue(
  scope: readonly (string | StringValue | UnknownValue)[],
  type: string,
  names: readonly Value[],
  address: string,
  origin: Origin,
): Value {
  const [namespace = '', ...types] = type.split('/');
  const pieces: (string | StringValue | UnknownValue)[] = [...scope, '/providers/', namespace];
  types.forEach((segment, index) => {
    const name = names[index];
    pieces.push(`/${segment}/`);
    if (name?.kind === 'string' || name?.kind === 'unknown') pieces.push(name);
    else if (name !== undefined) pieces.push(textWithGaps(name));
  });
  const id = joinText(pieces, origin);
  return id.kind === 'string' ? id : { ...id, reference: { address, path: ['id'] } };
}
