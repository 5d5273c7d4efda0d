import assert from 'node:assert/strict';
import { textOf } from '../../src/source/range.ts';
import { deployFiles, evaluate, problems, template, valueOf } from './deployed.ts';

/** What is wrong with an expression that stands at the begin of line 2. */
const output = (expression: string): readonly string[] =>
  problems(
    deployFiles({
      'main.json': `{"resources": [], "contentVersion": "1", "outputs": {"it": {"value":\n${JSON.stringify(expression)}}}}`,
    }),
  );

describe('a text in a template', () => {
  it('is an expression only between single brackets', () => {
    assert.equal(valueOf("[concat('a', 'b')]"), 'ab');
    assert.equal(valueOf("[[concat('a', 'b')]"), "[concat('a', 'b')]");
    assert.equal(valueOf('[open'), '[open');
    assert.equal(valueOf('closed]'), 'closed]');
  });

  it('doubles a quote inside a text of the language and takes white space anywhere', () => {
    assert.equal(valueOf("[ concat( 'it''s' ,\n ' fine' ) ]"), "it's fine");
  });

  it('names functions, parameters and properties without regard to case', () => {
    const sections = { parameters: { Vm: { type: 'object', defaultValue: { Size: 'E8s' } } } };
    assert.equal(valueOf("[TOUPPER(Parameters('vm').SIZE)]", sections), 'E8S');
  });

  it('may be a computed property name', () => {
    assert.deepEqual(valueOf("[variables('x')]", { variables: { x: { "[concat('a', 'b')]": 1 } } }), {
      ab: 1,
    });
  });
});

describe('places inside an expression', () => {
  it('are those of the file, also behind escapes', () => {
    const text = template({ outputs: { it: { value: '[concat("x", nope(\'a\'))]' } } }).replace(
      '\\"x\\"',
      "'\\u0041'",
    );
    const { diagnostics } = deployFiles({ 'main.json': text });
    assert.deepEqual(
      diagnostics.map(({ range }) => range && textOf(range)),
      ['nope'],
    );
  });

  it('are known for the value of a call', () => {
    assert.equal(textOf(evaluate("[concat('a', toUpper('b'))]").origin.range), "concat('a', toUpper('b'))");
  });
});

describe('a wrong expression', () => {
  it('is named where it goes wrong', () => {
    assert.deepEqual(output("[concat('a' 'b')]"), [
      "main.json:2:14 arm-expression-syntax: Expected ')' or ',' in the call of 'concat'.",
    ]);
    assert.deepEqual(output('[name]'), [
      "main.json:2:7 arm-expression-syntax: Expected '(' after 'name': a name alone is no expression.",
    ]);
    assert.deepEqual(output("[concat('a)]"), [
      "main.json:2:10 arm-expression-syntax: The text is not closed with a quote ('').",
    ]);
  });

  it('gets a hint when a name is nearly right', () => {
    assert.deepEqual(output("[concatt('a')]"), [
      "main.json:2:3 arm-function: There is no function 'concatt'. Did you mean 'concat'?",
    ]);
    assert.deepEqual(output("[parameters('x')]"), [
      "main.json:2:3 arm-reference: The template declares no parameter 'x'.",
    ]);
  });

  it('says what a function takes', () => {
    assert.deepEqual(output("[substring('abc', 2, 2)]"), [
      "main.json:2:3 arm-function: 'substring' leads out of a text of 3 characters.",
    ]);
    assert.deepEqual(output('[toLower(1)]'), [
      "main.json:2:3 arm-function: 'toLower' expects a string, not an int.",
    ]);
    assert.deepEqual(output('[not()]'), ["main.json:2:3 arm-function: 'not' takes 1 argument, not 0."]);
  });

  it('makes an unknown with that reason, and the rest of the template is evaluated', () => {
    const value = evaluate("[createArray(nope(), 'b')]");
    assert.ok(value.kind === 'list');
    const [first, second] = value.elements;
    assert.ok(first?.kind === 'unknown' && second?.kind === 'string');
    assert.deepEqual(
      first.reasons.map(({ kind }) => kind),
      ['error'],
    );
  });
});
