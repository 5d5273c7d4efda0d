import type { GivenParameter, GivenParameters } from '../../arm/parameters.ts';
import { rootSource } from '../../arm/root-deployment.ts';
import { Run } from '../../arm/run.ts';
import { Template } from '../../arm/template.ts';
import { baseName, folderOf, joinPath } from '../../source/path.ts';
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

/** The template that a parameters file is for; `undefined` when it names none or one that cannot be had. */
export function templateUsedBy(program: Program, path: string): FoundTemplate | undefined {
  const file = program.file(path, undefined);
  const using = file === undefined ? undefined : usingOf(file);
  if (file === undefined || using === undefined || using.path === 'none') return undefined;
  const found = program.template(file, using.path);
  return 'root' in found ? found : undefined;
}

/** The file of the tree that the `using` of a parameters file names. */
export function usedTemplate(tree: SourceTree, path: string): string | undefined {
  const file = new Program(new Run(tree)).file(path, undefined);
  const using = file === undefined ? undefined : usingOf(file);
  if (using === undefined || using.path === 'none' || using.path.kind !== 'string') return undefined;
  const written = literalTextOf(using.path);
  if (written === undefined || written.includes(':')) return undefined;
  return joinPath(folderOf(path), written);
}

/** The parameters that a file and those that it extends assign, the nearest of each. */
export function assignedParameters(program: Program, path: string): GivenParameters {
  const given = new Map<string, GivenParameter>();
  for (const file of chainOf(program, path)) {
    const template = new Template(
      program.run,
      rootSource(file.path, new TemplateLowering(program, file).lower(), new Map()),
    );
    for (const statement of file.statements) {
      if (statement.kind !== 'assignment' || statement.name === undefined) continue;
      const { name, header } = statement;
      const step = { range: header, text: `parameter file ${baseName(file.path)}` };
      given.set(name.text.toLowerCase(), {
        name: name.text,
        place: header,
        value: () => {
          const value = template.parameter(name.text, header);
          // `null` asks for the default of the template.
          return value.kind === 'null' ? undefined : passedThrough(value, step);
        },
      });
    }
  }
  return given;
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
