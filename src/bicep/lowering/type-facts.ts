import type { JsonMember, JsonNode } from '../../source/json.ts';

export type Base = 'string' | 'int' | 'bool' | 'array' | 'object';

/** What a type says about the values of a parameter. */
export interface TypeFacts {
  readonly base?: Base | undefined;
  readonly isNullable?: boolean;
  /** The literals that a value, or each element of an array, is one of. */
  readonly allowed?: readonly JsonNode[] | undefined;
  readonly isSecure?: boolean;
  /** `minLength` and the like, from the decorators of the type that is named. */
  readonly bounds?: readonly JsonMember[];
  /** `items`, `properties` and the like: what a type definition of a template says of the parts. */
  readonly parts?: readonly JsonMember[] | undefined;
}

const BASES: ReadonlySet<string> = new Set(['string', 'int', 'bool', 'array', 'object']);
export const isBase = (name: string): name is Base => BASES.has(name);

export const BOUNDS: ReadonlySet<string> = new Set(['minValue', 'maxValue', 'minLength', 'maxLength']);
