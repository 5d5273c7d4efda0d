import { boolValue, listValue, objectValue, stringValue } from '../../value/make.ts';
import type { Origin } from '../../value/origin.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { isProblem, Problem } from '../problem.ts';
import { arrangeSet } from '../types.ts';
import { textArgument } from './arguments.ts';
import type { FunctionCall } from './call.ts';
import { globMatcher } from './glob.ts';
import { digest, type HashName } from './hash.ts';
import { ANY, BOOL, type FunctionTable, partly, type Signature, STRING, strict, text } from './signature.ts';

export const FILE_FUNCTIONS: FunctionTable = {
  file: strict([text('path')], STRING, ([path], call) => {
    const file = call.files.read(textArgument(path));
    if (isProblem(file)) return blame(file);
    return { ...stringValue(file.text, call.origin), written: { kind: 'file', file } };
  }),
  fileexists: strict([text('path')], BOOL, ([path], call) => {
    const exists = call.files.exists(textArgument(path));
    return isProblem(exists) ? blame(exists) : boolValue(exists, call.origin);
  }),
  fileset: strict([text('path'), text('pattern')], { kind: 'set', element: STRING }, (args, call) =>
    fileset(textArgument(args[0]), textArgument(args[1]), call),
  ),
  filebase64: onBytes(bytes => Buffer.from(bytes).toString('base64')),
  filemd5: hashing('md5', 'hex'),
  filesha1: hashing('sha1', 'hex'),
  filesha256: hashing('sha256', 'hex'),
  filesha512: hashing('sha512', 'hex'),
  filebase64sha256: hashing('sha256', 'base64'),
  filebase64sha512: hashing('sha512', 'base64'),
  templatefile: strict([text('path'), partly('vars')], ANY, ([path, variables], call) => {
    if (variables?.kind !== 'object') return new Problem('invalid vars value: must be a map', 1);
    const file = call.files.read(textArgument(path));
    if (isProblem(file)) return blame(file);
    return call.renderTemplate(file, objectValue(variables.entries, variables.origin));
  }),
  basename: onPath(path => lastPart(path)),
  dirname: onPath(path => cleanPath(path.slice(0, path.lastIndexOf('/') + 1))),
  abspath: strict([text('path')], STRING, ([path], call) => absolute(textArgument(path), call.origin)),
  pathexpand: strict([text('path')], STRING, ([path], call) => {
    const given = textArgument(path);
    if (given !== '~' && !given.startsWith('~/')) return stringValue(given, call.origin);
    return unknown({ kind: 'impure', text: 'pathexpand() depends on who runs Terraform' }, call.origin, {
      type: STRING,
    });
  }),
};

const blame = (problem: Problem): Problem => new Problem(problem.message, 0);

function onBytes(run: (bytes: Uint8Array) => string): Signature {
  return strict([text('path')], STRING, ([path], call) => {
    const bytes = call.files.bytes(textArgument(path));
    return isProblem(bytes) ? blame(bytes) : stringValue(run(bytes), call.origin);
  });
}

function hashing(name: HashName, form: 'hex' | 'base64'): Signature {
  return onBytes(bytes => digest(name, bytes, form));
}

function onPath(run: (path: string) => string): Signature {
  return strict([text('path')], STRING, ([path], call) => stringValue(run(textArgument(path)), call.origin));
}

function fileset(folder: string, pattern: string, call: FunctionCall): Value | Problem {
  const matches = globMatcher(pattern);
  if (isProblem(matches)) return matches;
  const paths = call.files.list(folder);
  if (isProblem(paths)) return blame(paths);
  const found = paths.filter(matches).map(path => stringValue(path, call.origin));
  return { ...listValue(arrangeSet(found), call.origin, 'set'), elementType: STRING };
}

/** Go's `filepath.Base`. */
function lastPart(path: string): string {
  if (path === '') return '.';
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

/** Go's `filepath.Clean`: no empty or `.` parts, `..` resolved where possible. */
function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!rooted) kept.push('..');
  }
  return (rooted ? '/' : '') + kept.join('/') || '.';
}

/** The folder in which Terraform will run is not for a scan to know. */
function absolute(path: string, origin: Origin): Value {
  if (path.startsWith('/')) return stringValue(cleanPath(path), origin);
  return unknown({ kind: 'impure', text: 'abspath() depends on where Terraform runs' }, origin, {
    type: STRING,
  });
}
