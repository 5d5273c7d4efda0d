import { evaluateNode } from '../../arm/evaluate.ts';
import { member, objectMember } from '../../arm/members.ts';
import type { GivenParameter, GivenParameters } from '../../arm/parameters.ts';
import { rootSource } from '../../arm/root-deployment.ts';
import { Run } from '../../arm/run.ts';
import { Template } from '../../arm/template.ts';
import type { JsonObject } from '../../source/json.ts';
import { baseName, folderOf, joinPath } from '../../source/path.ts';
import type { SourceRange } from '../../source/range.ts';
import type { SourceTree } from '../../source/tree.ts';
import { passedThrough } from '../../value/make.ts';
import type { ExtendsStatement, UsingStatement } from '../ast.ts';
import { type BicepFile, type FoundTemplate, Program } from './program.ts';
import { literalTextOf } from './symbols.ts';
import { TemplateLowering } from './template.ts';

/** A chain of `extends` is not followed further. */
const MAX_EXTENDS = 32;

function usingOf(file: BicepFile): UsingStatement | undefined {
  return file.statements.find((one): one is UsingStatement => one.kind === 'using');
}

/** The template that a parameters file is for, and the place that names it. */
export interface UsedTemplate extends FoundTemplate {
  readonly place: SourceRange;
}

/** `undefined` when a parameters file names no template, or one that cannot be had. */
export function templateUsedBy(program: Program, path: string): UsedTemplate | undefined {
  const file = program.file(path, undefined);
  const using = file === undefined ? undefined : usingOf(file);
  if (file === undefined || using === undefined || using.path === 'none') return undefined;
  const found = program.template(file, using.path);
  return 'root' in found ? { ...found, place: using.path.range } : undefined;
}

/**
 * The template file of the tree that a parameters file is for, without evaluating it; `undefined` for a
 * module from elsewhere, for `using none`, or when it cannot be read.
 */
export function usedTemplate(tree: SourceTree, path: string): string | undefined {
  const file = new Program(new Run(tree)).file(path, undefined);
  const using = file === undefined ? undefined : usingOf(file);
  const written =
    using === undefined || using.path === 'none' || using.path.kind !== 'string'
      ? undefined
      : literalTextOf(using.path);
  return written === undefined || written.includes(':') ? undefined : joinPath(folderOf(path), written);
}

/** The parameters that a file and those that it extends assign, the nearest of each. */
export function assignedParameters(program: Program, path: string): GivenParameters {
  const given = new Map<string, GivenParameter>();
  for (const file of chainOf(program, path)) {
    const root = new TemplateLowering(program, file).lower();
    const declared = objectMember(root, 'parameters');
    const { frame } = new Template(program.run, rootSource(file.path, root, inherited(declared, given)));
    for (const { name, value } of declared?.members ?? []) {
      const assigned = member(value, 'defaultValue');
      if (assigned === undefined) continue;
      const step = { range: name.range, text: `parameter file ${baseName(file.path)}` };
      given.set(name.value.toLowerCase(), {
        name: name.value,
        place: name.range,
        value: () => {
          const found = evaluateNode(assigned, frame);
          // `null` asks for the default of the template.
          return found.kind === 'null' ? undefined : passedThrough(found, step);
        },
      });
    }
  }
  return given;
}

/** What a file reads of the one that it extends, as `base.NAME`. */
function inherited(declared: JsonObject | undefined, given: GivenParameters): GivenParameters {
  const bases = new Map<string, GivenParameter>();
  for (const { name } of declared?.members ?? []) {
    const key = name.value.toLowerCase();
    const assigned = key.startsWith('base.') ? given.get(key.slice('base.'.length)) : undefined;
    if (assigned !== undefined) bases.set(key, { ...assigned, name: name.value });
  }
  return bases;
}

/** A file and those that it extends, the base first. */
function chainOf(program: Program, path: string): readonly BicepFile[] {
  const chain: BicepFile[] = [];
  let file = program.file(path, undefined);
  while (file !== undefined && chain.length < MAX_EXTENDS && !chain.includes(file)) {
    chain.unshift(file);
    const statement: ExtendsStatement | undefined = file.statements.find(
      (one): one is ExtendsStatement => one.kind === 'extends',
    );
    const written =
      statement === undefined
        ? undefined
        : literalTextOf(statement.path.kind === 'string' ? statement.path : undefined);
    file =
      statement === undefined || written === undefined
        ? undefined
        : program.file(joinPath(folderOf(file.path), written), statement.path.range);
  }
  return chain;
}
