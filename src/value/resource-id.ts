import { textOf } from '../source/range.ts';
import { numberText } from './number.ts';
import type { UnknownValue, Value } from './value.ts';

/**
 * The identity of a resource, as far as a configuration tells it before deployment. A Terraform address
 * is one as it stands. Azure's is the part of the resource id after its first `/providers/`, in lower
 * case: `microsoft.network/virtualnetworks/vnet1/subnets/x`. The subscription and the resource group are
 * left out, since templates seldom tell their own; so resources of one type and name in two groups share
 * a key.
 */

/** An ARM address or key has a namespace and a slash before anything else: `Microsoft.Compute/...`. */
const AZURE_TYPE = /^[\w-]+\.[\w.-]+\//;
const SCOPED = /^\/?(?:subscriptions|resourcegroups|providers)\//i;

/**
 * The key of the resource that a value identifies: an unknown that stands for a resource or its id, an
 * Azure resource id, or one of which pieces are known. `undefined` when the value names no resource.
 * Unknown pieces of a name show as `{...}`, alike for one and the same unknown.
 */
export function resourceAddressOf(value: Value): string | undefined {
  if (value.kind === 'string') return keyOfId(value.value);
  if (value.kind !== 'unknown') return undefined;
  const own = referencedAddress(value);
  if (own !== undefined) return canonicalAddress(own);
  if (value.parts === undefined) return undefined;
  const [first, ...rest] = value.parts;
  if (first === undefined) return undefined;
  // An id with something appended: `concat(vnetId, '/subnets/x')`.
  const base = typeof first === 'string' ? undefined : resourceAddressOf(first);
  if (base === undefined) return keyOfId(value.parts.map(pieceText).join(''));
  const below = segmentsOf(rest.map(pieceText).join(''));
  if (below.length === 0) return base;
  return AZURE_TYPE.test(base) ? [base, ...below].join('/').toLowerCase() : undefined;
}

/**
 * The form of an address in which two of them can be compared; a Terraform address stays as it is. The
 * `#2` after the address of a resource that is declared again is left out.
 */
export function canonicalAddress(address: string): string {
  if (SCOPED.test(address)) return keyOfId(address.replace(/#\d+$/, '')) ?? address.toLowerCase();
  return AZURE_TYPE.test(address) ? address.replace(/#\d+$/, '').toLowerCase() : address;
}

/**
 * The text of a name, with `{...}` for each unknown piece. The gap holds what tells the unknown from
 * others: the resource that it belongs to, or the text that it comes from.
 */
export function textWithGaps(value: Value): string {
  switch (value.kind) {
    case 'string':
    case 'bool':
      return String(value.value);
    case 'number':
      return numberText(value);
    case 'unknown':
      return value.parts === undefined ? gapOf(value) : value.parts.map(pieceText).join('');
    default:
      return '';
  }
}

function referencedAddress({ reference }: UnknownValue): string | undefined {
  if (reference === undefined || reference.path.length > 1) return undefined;
  const attribute = reference.path[0];
  return attribute === undefined || attribute === 'id' ? reference.address : undefined;
}

const pieceText = (piece: string | UnknownValue): string =>
  typeof piece === 'string' ? piece : textWithGaps(piece);

function gapOf(value: UnknownValue): string {
  const source =
    value.reference === undefined
      ? textOf(value.origin.range)
      : [value.reference.address, ...value.reference.path].join('.');
  const text = source.replace(/[\s/{}"]+/g, ' ').trim();
  return `{${text}}`;
}

const segmentsOf = (text: string): string[] => text.split('/').filter(segment => segment !== '');

function keyOfId(text: string): string | undefined {
  const segments = segmentsOf(text.toLowerCase());
  const providers = segments.indexOf('providers');
  if (providers >= 0) {
    const own = segments.slice(providers + 1);
    // A type and a name at least.
    return own.length >= 3 ? own.join('/') : undefined;
  }
  const [scope, , kind, name] = segments;
  if (scope !== 'subscriptions' || kind !== 'resourcegroups' || name === undefined) return undefined;
  return segments.length === 4 ? `microsoft.resources/resourcegroups/${name}` : undefined;
}
