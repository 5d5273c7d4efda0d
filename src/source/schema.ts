import type { ErrorObject } from 'ajv';
import { type Diagnostic, type DiagnosticCode, diagnostic } from './diagnostic.ts';
import { didYouMean } from './spelling.ts';
import type { YamlDocument } from './yaml.ts';

/** The tests check our schemas; Ajv need not do so in every run. */
const CHECKED_SCHEMA = { strict: false, meta: false, validateSchema: false } as const;

/**
 * Holds a document against a JSON schema (draft 7). Each mistake becomes a diagnostic at its own place, in
 * words for the person who wrote the file. The validator is loaded on demand.
 *
 * Most documents have no mistake: a validator that stops at the first one is compiled in a third of the time that one
 * takes which tells them all.
 */
export async function checkAgainstSchema(
  document: YamlDocument,
  schema: object,
  code: DiagnosticCode,
): Promise<readonly Diagnostic[]> {
  const { Ajv } = await import('ajv');
  const isValid = new Ajv({ ...CHECKED_SCHEMA, code: { optimize: false } }).compile(schema);
  if (isValid(document.data)) return [];
  const validate = new Ajv({ ...CHECKED_SCHEMA, allErrors: true, verbose: true }).compile(schema);
  validate(document.data);
  // `if`, `anyOf` and `oneOf` only repeat what their branches report.
  const errors = (validate.errors ?? []).filter(
    error => isAmbiguous(error) || !['if', 'anyOf', 'oneOf', 'propertyNames'].includes(error.keyword),
  );
  return errors.map(error => mistake(document, error, code));
}

/** Several branches of a `oneOf` fit: then none of them reports anything. */
const isAmbiguous = ({ keyword, params }: ErrorObject): boolean =>
  keyword === 'oneOf' && Array.isArray((params as { passingSchemas?: unknown }).passingSchemas);

function mistake(document: YamlDocument, error: ErrorObject, code: DiagnosticCode): Diagnostic {
  const path = pathOf(error.instancePath, document.data);
  const where = path.length === 0 ? 'the file' : `'${path.join('.')}'`;
  const parameters = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(parameters['additionalProperty']);
      const known = Object.keys(
        (error.parentSchema as { properties?: object } | undefined)?.properties ?? {},
      );
      const hint = didYouMean(name, known);
      return diagnostic(
        code,
        `There is no setting '${name}' in ${where}.${hint}`,
        document.keyRangeAt([...path, name]),
      );
    }
    case 'required':
      return diagnostic(
        code,
        `'${String(parameters['missingProperty'])}' is missing in ${where}.`,
        document.rangeAt(path),
      );
    case 'enum': {
      const allowed = (parameters['allowedValues'] as readonly unknown[]).map(String);
      const written = String(error.data);
      // Numbers are not misspelt, they are wrong.
      const hint = /[a-z]/i.test(written) ? didYouMean(written, allowed) : '';
      const list = [...new Set(allowed)].join(', ');
      return diagnostic(
        code,
        `${where} is '${written}', but must be one of ${list}.${hint}`,
        document.rangeAt(path),
      );
    }
    case 'const':
      return diagnostic(
        code,
        `${where} must be ${String(parameters['allowedValue'])}.`,
        document.rangeAt(path),
      );
    case 'type':
      return diagnostic(code, `${where} must be ${typeWords(parameters['type'])}.`, document.rangeAt(path));
    case 'oneOf':
      return diagnostic(code, `${where} combines settings that exclude each other.`, document.rangeAt(path));
    default:
      return diagnostic(code, `${where} ${error.message ?? 'is not valid'}.`, document.rangeAt(path));
  }
}

const typeWords = (type: unknown): string =>
  Array.isArray(type) ? type.join(' or ') : `of type ${String(type)}`;

/** A JSON pointer as a path; an index of a list is a number, a key of a map stays text. */
function pathOf(pointer: string, data: unknown): (string | number)[] {
  const path: (string | number)[] = [];
  let at = data;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(at) ? Number(key) : key);
    at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[key] : undefined;
  }
  return path;
}
