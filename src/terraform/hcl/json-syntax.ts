import { type Diagnostic, diagnostic } from '../../source/diagnostic.ts';
import type { SourceFile } from '../../source/file.ts';
import {
  type JsonMember,
  type JsonNode,
  type JsonObject,
  type JsonString,
  jsonStringOffset,
  parseJson,
} from '../../source/json.ts';
import { type SourceRange, span } from '../../source/range.ts';
import type { Attribute, Block, BlockLabel, Body, Comment } from './ast.ts';
import { type BodyForm, FILE_FORM, VALUES_FORM } from './json-forms.ts';
import { type JsonOrigin, JsonValues } from './json-values.ts';
import type { ParsedHcl } from './parser.ts';

/**
 * Reads a `.tf.json` file into the same tree as the native syntax. The blocks of Terraform's own language
 * become blocks; a provider's nested blocks become arguments, since only its schema tells them from those.
 * The texts of `"//"` members become comments.
 */
export function parseTerraformJson(file: SourceFile): ParsedHcl {
  return readFile(file, FILE_FORM);
}

/** Reads a `.tfvars.json` file: each member is an argument, and no string is a template. */
export function parseTfvarsJson(file: SourceFile): ParsedHcl {
  return readFile(file, VALUES_FORM);
}

function readFile(file: SourceFile, form: BodyForm): ParsedHcl {
  const json = parseJson(file);
  const notAllowed = json.comments.map(({ range }) =>
    diagnostic('json-syntax', 'Terraform allows no comments in JSON; use a member named "//".', range),
  );
  const origin: JsonOrigin = {
    file,
    printedByHcl2json: false,
    within: node => (start, end) => ({
      file,
      start: jsonStringOffset(node, start),
      end: jsonStringOffset(node, end),
    }),
  };
  const { body, diagnostics, comments } = readJsonBody(json.root, form, origin);
  return { body, diagnostics: [...json.diagnostics, ...notAllowed, ...diagnostics], comments };
}

/** Reads JSON as the body of a file; `undefined` (nothing could be read) gives an empty body. */
export function readJsonBody(root: JsonNode | undefined, form: BodyForm, origin: JsonOrigin): ParsedHcl {
  const reader = new JsonBodyReader(origin);
  const range: SourceRange = { file: origin.file, start: 0, end: origin.file.text.length };
  const body = root === undefined ? { attributes: [], blocks: [], range } : reader.read(root, form, range);
  return { body, diagnostics: reader.diagnostics, comments: reader.comments };
}

const COMMENT = '//';

class JsonBodyReader {
  readonly comments: Comment[] = [];
  readonly #problems: Diagnostic[] = [];
  readonly #values: JsonValues;

  constructor(origin: JsonOrigin) {
    this.#values = new JsonValues(origin);
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#problems, ...this.#values.diagnostics];
  }

  /** A body may be written as one object, or as a list of objects that belong together. */
  read(node: JsonNode, form: BodyForm, range: SourceRange): Body {
    const attributes = new Map<string, Attribute>();
    const blocks: Block[] = [];
    for (const object of this.#objects(node, 'a body')) {
      for (const member of this.#members(object)) {
        const block = Object.hasOwn(form.blocks, member.name.value)
          ? form.blocks[member.name.value]
          : undefined;
        if (block === undefined) this.#addAttribute(member, form, attributes);
        else blocks.push(...this.#blocks(member.name, [], member.value, block.labels, block.body));
      }
    }
    return { attributes: [...attributes.values()], blocks, range };
  }

  #addAttribute({ name, value }: JsonMember, form: BodyForm, attributes: Map<string, Attribute>): void {
    if (attributes.has(name.value)) {
      this.#problem(`"${name.value}" is already set; an argument is set once.`, name.range);
      return;
    }
    const named = Object.hasOwn(form.named, name.value) ? form.named[name.value] : undefined;
    attributes.set(name.value, {
      name: name.value.normalize('NFC'),
      nameRange: name.range,
      value: this.#values.expression(value, named ?? form.strings),
      range: span(name.range, value.range),
    });
  }

  /** The blocks under a type or label: an object for each label that is still to come, then the bodies. */
  #blocks(
    type: JsonString,
    labels: readonly BlockLabel[],
    node: JsonNode,
    missing: number,
    form: BodyForm,
  ): Block[] {
    if (missing === 0) return this.#bodies(type, labels, node, form);
    const wanted = `the names of ${type.value} blocks`;
    return this.#objects(node, wanted).flatMap(object =>
      this.#members(object).flatMap(({ name, value }) => {
        const label: BlockLabel = { text: name.value.normalize('NFC'), range: name.range };
        return this.#blocks(type, [...labels, label], value, missing - 1, form);
      }),
    );
  }

  #bodies(type: JsonString, labels: readonly BlockLabel[], node: JsonNode, form: BodyForm): Block[] {
    const header = labels.at(-1)?.range ?? type.range;
    return this.#objects(node, `the body of a ${type.value} block`).map(object => ({
      type: type.value,
      labels,
      header,
      body: this.read(object, form, object.range),
      range: span(header, object.range),
    }));
  }

  /** An object, the objects of a list, or nothing for null. */
  #objects(node: JsonNode, what: string): readonly JsonObject[] {
    if (node.kind === 'object') return [node];
    if (node.kind === 'array') return node.elements.flatMap(element => this.#objects(element, what));
    if (node.kind === 'keyword' && node.value === null) return [];
    this.#problem(`An object, or a list of objects, is expected here for ${what}.`, node.range);
    return [];
  }

  /** The members of an object without its comments. */
  #members(object: JsonObject): readonly JsonMember[] {
    return object.members.filter(({ name, value }) => {
      if (name.value !== COMMENT) return true;
      if (value.kind === 'string') this.comments.push({ text: value.value, range: value.range });
      return false;
    });
  }

  #problem(message: string, range: SourceRange): void {
    this.#problems.push(diagnostic('hcl-syntax', message, range));
  }
}
