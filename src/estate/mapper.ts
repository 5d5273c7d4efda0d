import type { Diagnostic } from '../source/diagnostic.ts';
import type { Resource } from '../value/resource.ts';
import type { Value } from '../value/value.ts';
import type { DatastoreDeclaration } from './declarations.ts';
import type { Machine, Platform } from './model.ts';

/** Reads the resources of one platform into machines. One mapper a platform, whatever the input language. */
export interface Mapper {
  readonly platform: Platform;
  /** Whether it understands a resource type; `Microsoft.*` types come in any case. */
  handles(type: string): boolean;
  /** `resources` are all resources of one deployment, so that attachments and rules join up. */
  map(resources: readonly Resource[], facts: MapperFacts): MappedPlatform;
}

/** What the user declares and mappers need. */
export interface MapperFacts {
  /** The relays (smart hosts) that mail may go to: address prefixes or host names. Strings. */
  readonly relays: readonly Value[];
  /** What kind of storage is behind datastores that a template only refers to. */
  readonly datastores?: readonly DatastoreDeclaration[];
}

export interface MappedPlatform {
  readonly machines: readonly Machine[];
  readonly diagnostics: readonly Diagnostic[];
}
