import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SourceFile } from '../../src/source/file.ts';
import {
  type JsonNode,
  type JsonString,
  jsonMember,
  jsonStringOffset,
  MAX_JSON_DEPTH,
  parseJson,
} from '../../src/source/json.ts';
import { locationOf, textOf } from '../../src/source/range.ts';

const read = (text: string) => parseJson(new SourceFile('a.json', text));

/** What `JSON.parse` would give, to compare the structure with. */
function plain(node: JsonNode | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name.value, plain(value)]));
    case 'array':
      return node.elements.map(plain);
    case 'number':
      return Number(node.text);
    case 'string':
    case 'keyword':
      return node.value;
  }
}

const problems = (text: string): string[] =>
  read(text).diagnostics.map(item => {
    assert.ok(item.range !== undefined);
    const { startLine, startColumn } = locationOf(item.range);
    return `${startLine}:${startColumn} ${item.code}: ${item.message}`;
  });

function stringAt(node: JsonNode | undefined, name: string): JsonString {
  const found = jsonMember(node, name);
  assert.ok(found?.kind === 'string');
  return found;
}

describe('reading JSON', () => {
  it('agrees with JSON.parse on strict JSON', () => {
    const text = '{"a": [1, -2.5e3, true, false, null, "x\\n\\u0041\\"\\\\\\/"], "": {}, "e": []}';
    assert.deepEqual(plain(read(text).root), JSON.parse(text));
    assert.deepEqual(read(text).diagnostics, []);
  });

  it('agrees with JSON.parse on any JSON text', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        const { root, diagnostics } = read(text);
        assert.deepEqual(plain(root), JSON.parse(text));
        assert.deepEqual(diagnostics, []);
      }),
    );
  });

  it('gives every node the range of its own text', () => {
    const { root } = read('{ "size": [ 12, "a\\tb" ] }');
    const size = jsonMember(root, 'size');
    assert.ok(size?.kind === 'array');
    assert.deepEqual(
      [size, ...size.elements].map(node => textOf(node.range)),
      ['[ 12, "a\\tb" ]', '12', '"a\\tb"'],
    );
  });

  it('keeps the digits of a number and the order of duplicate members', () => {
    const { root } = read('{"n": 12345678901234567890, "n": 1.50}');
    assert.ok(root?.kind === 'object');
    assert.deepEqual(
      root.members.map(({ value }) => value.kind === 'number' && value.text),
      ['12345678901234567890', '1.50'],
    );
  });

  it('accepts what Resource Manager accepts beyond JSON', () => {
    const text = '\ufeff// top\n{\n  "a": \'its\', /* why */\n}';
    const { root, diagnostics, comments } = read(text);
    assert.deepEqual(plain(root), { a: 'its' });
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(
      comments.map(comment => comment.text),
      ['// top', '/* why */'],
    );
    assert.deepEqual(plain(read('{ name: [1, 2,], }').root), { name: [1, 2] });
  });

  it('takes a string over several lines with its line ends', () => {
    const { root, diagnostics } = read('{"a": "[concat(\r\n  \'x\')]",\n "b": 1}');
    assert.deepEqual(plain(root), { a: "[concat(\r\n  'x')]", b: 1 });
    assert.deepEqual(diagnostics, []);
  });

  it('does not change __proto__ members', () => {
    const { root } = read('{"__proto__": 1}');
    assert.equal(jsonMember(root, '__proto__')?.kind, 'number');
  });
});

describe('the place of a character inside a JSON string', () => {
  it('is its own offset when nothing is escaped', () => {
    const { root } = read('{"a": "[x]"}');
    assert.equal(jsonStringOffset(stringAt(root, 'a'), 1), 8);
  });

  it('counts escapes as they are written', () => {
    const text = '{"a": "q\\"\\u0041z"}';
    const node = stringAt(read(text).root, 'a');
    assert.equal(node.value, 'q"Az');
    assert.deepEqual(
      [0, 1, 2, 3, 4].map(index => text.slice(jsonStringOffset(node, index)).slice(0, 2)),
      ['q\\', '\\"', '\\u', 'z"', '"}'],
    );
  });
});

describe('a JSON file with errors', () => {
  it('names the place of a missing comma and keeps what follows', () => {
    const text = '{\n  "a": 1\n  "b": 2\n}';
    assert.deepEqual(problems(text), ["3:3 json-syntax: Expected ',' or '}' after the property 'a'."]);
    assert.deepEqual(plain(read(text).root), { a: 1, b: 2 });
  });

  it('ends a string that lacks its quote at the end of the line', () => {
    const text = '{\n  "a": "x,\n  "b": "y"\n}';
    assert.deepEqual(problems(text), ['2:8 json-syntax: The string is not closed with a quote.']);
    assert.deepEqual(plain(read(text).root), { a: 'x', b: 'y' });
  });

  it('drops a member without a value and goes on', () => {
    const text = '{"a": , "b": nope, "c": {"d": 1}}';
    assert.deepEqual(problems(text), [
      '1:7 json-syntax: Expected a value.',
      "1:14 json-syntax: 'nope' is not a JSON value.",
    ]);
    assert.deepEqual(plain(read(text).root), { c: { d: 1 } });
  });

  it('points at the bracket that is never closed', () => {
    assert.deepEqual(problems('{"a": [1, 2'), [
      "1:7 json-syntax: The array that begins here is not closed with ']'.",
      "1:1 json-syntax: The object that begins here is not closed with '}'.",
    ]);
  });

  it('closes an array at the bracket of the object around it', () => {
    const text = '{"a": [1, 2}';
    assert.deepEqual(problems(text), ["1:12 json-syntax: Expected ']' before this."]);
    assert.deepEqual(plain(read(text).root), { a: [1, 2] });
  });

  it('says that an empty file holds nothing', () => {
    assert.deepEqual(problems(' \n'), ['1:1 json-syntax: The file holds no JSON value.']);
    assert.equal(read('').root, undefined);
  });

  it('names an escape that does not exist', () => {
    assert.deepEqual(problems('{"a": "c:\\dir"}'), ["1:10 json-syntax: '\\d' is not an escape sequence."]);
  });

  it('names text after the value', () => {
    assert.deepEqual(problems('{} }'), [
      '1:4 json-syntax: Expected the end of the file after the JSON value.',
    ]);
  });

  it('stops at the depth limit without losing the rest', () => {
    const deep = '['.repeat(MAX_JSON_DEPTH + 5) + ']'.repeat(MAX_JSON_DEPTH + 5);
    const { root, diagnostics } = read(`{"a": ${deep}, "b": 1}`);
    assert.deepEqual(
      diagnostics.map(item => item.code),
      ['limit-exceeded'],
    );
    assert.equal(jsonMember(root, 'b')?.kind, 'number');
  });

  it('goes on after a slash that begins no comment, and after a comment', () => {
    assert.deepEqual(plain(read('{"a": x / y /* , */, "b": 1}').root), { b: 1 });
  });

  it('reads any cut of a good file without throwing', () => {
    const text = '{"a": [1, "x\\n", {"b": null}], /* c */ "d": \'e\' // f\n}';
    for (let length = 0; length < text.length; length++) assert.ok(read(text.slice(0, length)).diagnostics);
  });
});

describe('JSON of which only some is needed', () => {
  const text =
    '{"a": {"x": [1, {"y": "]} \\" }"}], "keep": 2}, "b": {"x": [{"y": 3}], "n": 4}, "c": [{"x": {}}, 5]}';
  const needed = (isNeeded: (names: readonly string[]) => boolean): unknown => {
    const { root, diagnostics } = parseJson(new SourceFile('a.json', text), { isNeeded });
    assert.deepEqual(diagnostics, []);
    return plain(root);
  };

  it('is passed over where it is not', () => {
    assert.deepEqual(
      needed(names => names.join('.') !== 'a.x'),
      {
        a: { keep: 2 },
        b: { x: [{ y: 3 }], n: 4 },
        c: [{ x: {} }, 5],
      },
    );
    assert.deepEqual(
      needed(names => names[0] === 'c' && names.length === 1),
      { c: [{}, 5] },
    );
  });

  it('is read to its error when it does not end', () => {
    const file = new SourceFile('a.json', '{"a": {"b": [1, 2');
    assert.notDeepEqual(parseJson(file, { isNeeded: () => false }).diagnostics, []);
  });
});
