import { SourceFile } from '../../source/file.ts';
import { type JsonNode, parseJson } from '../../source/json.ts';
import type { SourceRange } from '../../source/range.ts';
import { boolValue, listValue, literalAt, nullValue, objectValue, stringValue } from '../../value/make.ts';
import { numberFromText } from '../../value/number.ts';
import type { Origin } from '../../value/origin.ts';
import { joinText } from '../../value/text.ts';
import type { Value } from '../../value/value.ts';
import { Problem } from '../problem.ts';
import { sortedEntries } from '../types.ts';
import { textArgument } from './arguments.ts';
import { jsonPieces } from './json-text.ts';
import { ANY, anything, type FunctionTable, STRING, strict, text } from './signature.ts';

export const JSON_FUNCTIONS: FunctionTable = {
  jsonencode: strict([anything('val')], STRING, ([value], call) => {
    if (value === undefined) return new Problem('a value is required', 0);
    return { ...joinText(jsonPieces(value), call.origin), written: { kind: 'json', value } };
  }),
  jsondecode: strict([text('str')], ANY, ([given], call) => {
    const written = given?.kind === 'string' ? given.written : undefined;
    // What is read from a file has its places there.
    const isWritten = written?.kind === 'file';
    const originOf = ({ start, end }: SourceRange): Origin =>
      isWritten ? literalAt({ file: written.file, start, end }) : call.origin;
    return jsonDecode(textArgument(given), originOf);
  }),
};

type OriginOf = (range: SourceRange) => Origin;

function jsonDecode(given: string, originOf: OriginOf): Value | Problem {
  const file = new SourceFile('jsondecode', given);
  const { root, diagnostics, comments } = parseJson(file);
  const [first] = diagnostics;
  if (root !== undefined && first === undefined && isStrict(given)) return valueOf(root, originOf);
  const place = first?.range ?? comments[0]?.range;
  if (place === undefined) return new Problem('not valid JSON', 0);
  const { line, column } = file.positionAt(place.start);
  const reason = first === undefined ? 'JSON has no comments' : first.message.replace(/\.$/, '');
  return new Problem(`not valid JSON at line ${line}, column ${column}: ${reason}`, 0);
}

/** Our reader forgives what templates have, such as comments and trailing commas; `jsondecode` does not. */
function isStrict(given: string): boolean {
  try {
    JSON.parse(given);
    return true;
  } catch {
    return false;
  }
}

/** Arrays become tuples, objects stay objects; of a repeated member the last one counts. */
function valueOf(node: JsonNode, originOf: OriginOf): Value {
  const origin = originOf(node.range);
  switch (node.kind) {
    case 'keyword':
      return node.value === null ? nullValue(origin) : boolValue(node.value, origin);
    case 'number':
      return numberFromText(node.text, origin);
    case 'string':
      return stringValue(node.value, origin);
    case 'array':
      return listValue(
        node.elements.map(element => valueOf(element, originOf)),
        origin,
      );
    case 'object': {
      const entries = new Map(
        node.members.map((member): [string, Value] => [member.name.value, valueOf(member.value, originOf)]),
      );
      return objectValue(sortedEntries(entries), origin);
    }
  }
}
