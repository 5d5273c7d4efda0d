import type { JsonObject, JsonString } from '../source/json.ts';
import type { DownloadedModule } from '../value/resource.ts';
import type { Reason } from '../value/unknown.ts';
import type { Expression } from './expression.ts';

/**
 * The forms that Bicep lowers to and that JSON text cannot have. They stand in a template's tree in the
 * place of the JSON that the compiler would write, so that one evaluator runs both; their ranges are
 * those of the Bicep file.
 */

/** A text in brackets whose expression is there already. */
export interface LoweredText extends JsonString {
  readonly expression: Expression;
}

/** A template that was a Bicep file. */
export interface LoweredTemplate extends JsonObject {
  readonly bicepFile: string;
}

/** A deployment that was a `module`. */
export interface LoweredModule extends JsonObject {
  readonly module: ModuleContent;
}

/** The template of a module and the file that holds it, or why it is not here. */
export type ModuleContent =
  | {
      readonly symbol: string;
      readonly path: string;
      readonly template: JsonObject;
      /** Set when it comes from a registry or a template spec. */
      readonly downloaded?: DownloadedModule;
    }
  | { readonly symbol: string; readonly unavailable: Reason };

/** The `copy` of a resource that was a `for`. Within the resource, its names are lambda variables. */
export interface LoweredLoop extends JsonObject {
  /** The symbol of the resource. */
  readonly name: string;
  readonly collection: Expression;
  readonly item: string;
  readonly index: string | undefined;
}

export const isLoweredText = (node: JsonString): node is LoweredText => 'expression' in node;
export const isLoweredTemplate = (node: JsonObject): node is LoweredTemplate => 'bicepFile' in node;
export const isLoweredModule = (node: JsonObject): node is LoweredModule => 'module' in node;
export const isLoweredLoop = (node: JsonObject): node is LoweredLoop => 'collection' in node;
