import assert from 'node:assert/strict';
import { read, typeShape } from './shape.ts';

function reads(cases: Readonly<Record<string, string>>): void {
  for (const [text, shape] of Object.entries(cases)) assert.equal(typeShape(text), shape, text);
}

function rejects(cases: Readonly<Record<string, string>>): void {
  for (const [text, code] of Object.entries(cases)) assert.equal(typeShape(text).slice(0, 6), code, text);
}

describe('Bicep types', () => {
  it('are names and literals', () =>
    reads({
      string: 'string',
      "'Premium_LRS'": '"Premium_LRS"',
      '12': '12',
      '-1': '(- 1)',
      true: 'true',
      '!true': '(! true)',
      null: 'null',
    }));

  it('have marks behind them', () =>
    reads({
      'string[]': '(array string)',
      'string[][]?': '(? (array (array string)))',
      'string?[]': 'BCP019: The end of the line is expected here.',
      '(string?)[]': '(array ((? string)))',
      'string!': '(! string)',
    }));

  it('are unions, whose members may begin lines', () =>
    reads({
      "'a' | 'b'": '(| "a" "b")',
      "\n  | 'a'\n  | 'b'\n": '(| "a" "b")',
      "'a'\n  | 'b'": '(| "a" "b")',
      "| 'a'": '(| "a")',
      '(1 | 2)[]': '(array ((| 1 2)))',
    }));

  it('have no line break behind the mark of a union', () => rejects({ "'a' |\n 'b'": 'BCP300' }));

  it('are objects with named and other properties', () =>
    reads({
      '{}': '{}',
      "{\n  @secure()\n  a: string\n  'b c': int?\n  *: bool\n}":
        '{@(secure) "a":string "b c":(? int) *:bool}',
      '{ a: string, b: { c: int } }': '{"a":string "b":{"c":int}}',
    }));

  it('are tuples', () =>
    reads({ '[string, int]': '[string int]', '[\n  @minLength(1)\n  string\n  int\n]': '[string int]' }));

  it('are parts of other types', () =>
    reads({
      'ns.T': '(. ns T)',
      'T.a.b': '(. (. T a) b)',
      'T[0]': '([] T 0)',
      "T['p']": '([] T "p")',
      'T[*]': '([*] T)',
      'T.*': '(.* T)',
    }));

  it('are derived from resources', () =>
    reads({
      "resourceInput<'a/b@2024-01-01'>.properties": '(. (resourceInput<> "a/b@2024-01-01") properties)',
      "sys.resourceOutput<'a/b@2024-01-01'>": '(sys.resourceOutput<> "a/b@2024-01-01")',
    }));

  it('that are missing are reported', () =>
    rejects({ '=': 'BCP279', '{ a: }': 'BCP279', '{ 1: a }': 'BCP317' }));
});

describe('the type of a parameter or output', () => {
  it('may be a resource', () =>
    assert.deepEqual(read("param a resource 'x/y@1'\noutput b resource = c\n"), {
      statements: ['param a (resource "x/y@1")', 'output b (resource) = c'],
      errors: [],
    }));
});
