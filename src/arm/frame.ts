import type { JsonNode } from '../source/json.ts';
import type { SourceRange } from '../source/range.ts';
import type { Value } from '../value/value.ts';
import type { Run } from './run.ts';

/** A loop around an expression: `copyIndex('name')` reads its index. */
export interface Loop {
  readonly name: string;
  readonly kind: 'resource' | 'value';
  /** A number, unknown when the count of the loop is. */
  readonly index: Value;
}

/** Where an expression stands: what it can see. */
export interface Frame {
  readonly template: TemplateScope;
  /** Innermost last. */
  readonly loops: readonly Loop[];
  readonly lambdas: ReadonlyMap<string, Value>;
  /** Inside a user function: its arguments, by lower-case name. */
  readonly parameters?: ReadonlyMap<string, Value>;
  /** In a resource's body, where the trail of a value ends at the property that holds it. */
  readonly inResource: boolean;
  /** How many user functions and lambdas are around it. */
  readonly depth: number;
}

export interface UserFunction {
  readonly parameters: readonly string[];
  readonly output: JsonNode;
  readonly frame: Frame;
}

/** The scope that a deployment targets; `undefined` where it is the run's own. */
export interface DeploymentTarget {
  readonly level: 'resourceGroup' | 'subscription' | 'managementGroup' | 'tenant';
  readonly subscription: Value | undefined;
  readonly resourceGroup: Value | undefined;
  readonly managementGroup: Value | undefined;
}

/** What a template's expressions read from it. Names are matched without regard to case. */
export interface TemplateScope {
  readonly run: Run;
  readonly target: DeploymentTarget;
  /** Of a nested deployment. */
  readonly deploymentName: Value | undefined;
  readonly contentVersion: string | undefined;
  parameter(name: string, place: SourceRange): Value;
  variable(name: string, place: SourceRange): Value;
  userFunction(namespace: string, name: string): UserFunction | undefined;
  /** The addresses that a symbolic name stands for; several for a loop. */
  symbol(name: string): SymbolTarget | undefined;
  /** The address of the resource that an id, a name or a symbolic name stands for. */
  locate(target: Value): string | undefined;
  /** The outputs of a deployment in this template, as `reference(...).outputs` has them. */
  deploymentOutputs(address: string, place: SourceRange, symbol?: string): Value | undefined;
}

export interface SymbolTarget {
  readonly isLoop: boolean;
  readonly instances: readonly { readonly address: string; readonly type: string; readonly name: Value }[];
  /** The count of the loop is unknown, so that the one instance stands for any number. */
  readonly countUnknown: boolean;
  readonly apiVersion: string | undefined;
}
