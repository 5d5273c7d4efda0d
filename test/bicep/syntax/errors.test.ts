import assert from 'node:assert/strict';
import { parse, read } from './shape.ts';

/** A second statement, which no error before it may cost. */
const REST = "resource rest 'a/b@1' = {}\n";

function recovers(text: string, errors: readonly string[], statements: readonly string[]): void {
  assert.deepEqual(read(`${text}${REST}`), {
    statements: [...statements, 'resource rest "a/b@1" = {}'],
    errors,
  });
}

describe('an error in a Bicep file', () => {
  it('says what is wrong in words and by the code of the compiler', () =>
    assert.deepEqual(
      parse('var a 1\n').diagnostics.map(({ code, severity, effect, message }) => ({
        code,
        severity,
        effect,
        message,
      })),
      [
        {
          code: 'bicep-syntax',
          severity: 'error',
          effect: 'broken',
          message: 'BCP018: A "=" is expected here.',
        },
      ],
    ));

  it('in a property costs that property', () =>
    recovers(
      "resource d 'a/b@1' = {\n  name: 'n'\n  sku: {\n    name: +\n    tier: 'P'\n  }\n  zones: [1, 2\n  ]\n}\n",
      ['4:11 BCP009'],
      ['resource d "a/b@1" = {"name"="n" "sku"={"name"=<invalid> "tier"="P"} "zones"=[1 2]}'],
    ));

  it('is reported once where several things are missing at one place', () =>
    recovers(
      'param\nvar\noutput\nmetadata\ntype\nresource\nmodule\n',
      ['1:6 BCP013', '2:4 BCP015', '3:7 BCP016', '4:9 BCP266', '5:5 BCP325', '6:9 BCP017', '7:7 BCP096'],
      [
        'param ? <invalid>',
        'var ? = <invalid>',
        'output ? <invalid> = <invalid>',
        'metadata ? = <invalid>',
        'type ? = <invalid>',
        'resource ? <invalid> = <invalid>',
        'module ? <invalid> = <invalid>',
      ],
    ));

  it('in a header leaves the body', () =>
    recovers(
      "resource d 'a/b@1' == {\n  name: 'n'\n}\nmodule 'm.bicep' = {\n  params: {}\n}\n",
      ['1:20 BCP018', '4:8 BCP096'],
      ['resource d "a/b@1" = {"name"="n"}', 'module ? "m.bicep" = {"params"={}}'],
    ));

  it('in one line leaves the lines around it', () =>
    recovers(
      "var a = 'x\nfoo\nvar b = 1 2\nvar c = 'a${\nvar d = 1;\n@\nvar e = 2\n",
      ['1:9 BCP004', '2:1 BCP007', '3:11 BCP019', '4:13 BCP004', '4:13 BCP009', '5:10 BCP019', '6:2 BCP123'],
      ['var a = <invalid>', 'var b = 1', 'var c = <invalid>', 'var d = 1', '@<invalid> var e = 2'],
    ));

  it('in a condition or loop is told where it stands', () =>
    recovers(
      "resource a 'x/y@1' = if {}\nresource b 'x/y@1' = if () {}\nresource c 'x/y@1' = [for x in y: z]\nresource d 'x/y@1' = [for in y: {}]\nmodule m 'n' = true\n",
      ['1:25 BCP018', '2:26 BCP243', '3:35 BCP167', '4:30 BCP012', '4:35 BCP009', '5:16 BCP118'],
      [
        'resource a "x/y@1" = (if <invalid> {})',
        'resource b "x/y@1" = (if (<invalid>) {})',
        'resource c "x/y@1" = (for x in y: <invalid>)',
        'resource d "x/y@1" = (for in in <invalid>: <invalid>)',
        'module m "n" = <invalid>',
      ],
    ));

  it('of decorators is that nothing follows them', () =>
    recovers('@secure()\n\nfoo\n', ['1:1 BCP132', '3:1 BCP007'], ['@(secure) missing']));

  it('in an import leaves the other symbols', () =>
    recovers(
      "import { a, 'b', c } from 'x'\nimport a from 'x'\nimport * from 'x'\n",
      ['1:13 BCP375', '2:8 BCP354', '2:8 BCP012', '3:10 BCP012', '3:18 BCP012'],
      ['import {a, c} from "x"', 'import <invalid> from <invalid>', 'import <invalid> from <invalid>'],
    ));

  it('in a pragma is that it names nothing', () =>
    recovers('#disable-next-line\nvar a = 1\n', ['1:19 BCP226'], ['var a = 1']));
});

describe('a Bicep bracket that is not closed', () => {
  it('is missing where the compiler says, and before the next statement, which is kept', () =>
    recovers(
      "resource d 'a/b@1' = {\n  name: 'n'\n  tags: {\n    a: 'b'\n}\n\n",
      ['7:1 BCP018', '8:1 BCP018'],
      ['resource d "a/b@1" = {"name"="n" "tags"={"a"="b"}}'],
    ));

  it('costs no decorated statement behind it', () =>
    recovers(
      "var a = [\n  1\n\n@description('b')\n@secure()\nparam b string\n",
      ['4:1 BCP018', '8:1 BCP018'],
      ['var a = [1]', '@(description "b") @(secure) param b string'],
    ));

  it('of a decorator costs neither the others nor what they decorate', () =>
    recovers(
      "@description('a'\n@secure()\nparam a string\n\n",
      ['1:17 BCP237', '1:17 BCP018', '2:1 BCP009'],
      ['@(description "a") @(secure) param a string'],
    ));

  it('in a multi-line string costs no statement behind it', () =>
    recovers("var a = '''\ntext\n", ['1:9 BCP140'], ['var a = <invalid>']));
});
