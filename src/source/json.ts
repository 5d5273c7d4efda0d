import type { Diagnostic } from './diagnostic.ts';
import type { SourceFile } from './file.ts';
import type { SourceRange } from './range.ts';

/** A JSON text with a range on every node; duplicate members are kept in order. */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonKeyword;

export interface JsonObject {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
  readonly range: SourceRange;
}

export interface JsonMember {
  readonly name: JsonString;
  readonly value: JsonNode;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly elements: readonly JsonNode[];
  readonly range: SourceRange;
}

export interface JsonString {
  readonly kind: 'string';
  readonly value: string;
  /** With its quotes. */
  readonly range: SourceRange;
}

export interface JsonNumber {
  readonly kind: 'number';
  /** As written: digits are not lost. */
  readonly text: string;
  readonly range: SourceRange;
}

export interface JsonKeyword {
  readonly kind: 'keyword';
  readonly value: null | boolean;
  readonly range: SourceRange;
}

export interface JsonDocument {
  /** `undefined` when nothing could be read. */
  readonly root: JsonNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** `//`, `/* *\/` comments with their marks, as ARM templates in the wild have them. */
  readonly comments: readonly { readonly range: SourceRange; readonly text: string }[];
}

export declare function parseJson(file: SourceFile): JsonDocument;
