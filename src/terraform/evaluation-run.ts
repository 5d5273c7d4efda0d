import type { SourceFile } from '../source/file.ts';
import { didYouMean } from '../source/spelling.ts';
import type { ObjectValue, Value } from '../value/value.ts';
import { evaluate } from './expression.ts';
import type { ScannedFiles } from './function-files.ts';
import { Graph } from './graph.ts';
import type { Block } from './hcl/ast.ts';
import { parseHclTemplate } from './hcl/parser.ts';
import type { ModuleLibrary } from './library.ts';
import { Problem } from './problem.ts';
import { type CallContext, type LocalName, Problems, type Symbols } from './scope.ts';
import { evaluateTemplate } from './template-value.ts';
import { readVariable, type Variable } from './variable.ts';

/** What all instances of all modules of one evaluation share. */
export class EvaluationRun {
  readonly graph = new Graph();
  readonly moduleLibrary: ModuleLibrary;
  readonly files: ScannedFiles;
  readonly rootFolder: string;
  readonly workspace: string;
  /** How many templates are being rendered inside each other. */
  templateDepth = 0;
  readonly #variables = new Map<Block, Variable>();

  constructor(details: {
    readonly moduleLibrary: ModuleLibrary;
    readonly files: ScannedFiles;
    readonly rootFolder: string;
    readonly workspace: string;
  }) {
    this.moduleLibrary = details.moduleLibrary;
    this.files = details.files;
    this.rootFolder = details.rootFolder;
    this.workspace = details.workspace;
  }

  /** The declaration of a variable, which is the same for all instances of its module. */
  variableOf(name: string, block: Block): Variable {
    let variable = this.#variables.get(block);
    if (variable === undefined) {
      variable = readVariable(name, block, this.graph);
      this.#variables.set(block, variable);
    }
    return variable;
  }
}

/** Terraform's own limit on templates that render templates is 1,024 levels; ours keeps the stack small. */
const MAX_TEMPLATE_DEPTH = 16;

/** Evaluates a file as a template that sees only the variables given. */
export function renderTemplate(
  run: EvaluationRun,
  calls: CallContext,
  file: SourceFile,
  variables: ObjectValue,
): Value | Problem {
  const { template, diagnostics } = parseHclTemplate(file);
  const [fault] = diagnostics;
  if (template === undefined || fault !== undefined) {
    return new Problem(`the template has an error: ${fault?.message ?? 'it cannot be read'}`);
  }
  if (run.templateDepth >= MAX_TEMPLATE_DEPTH) {
    return new Problem(`templates render each other more than ${MAX_TEMPLATE_DEPTH} levels deep`);
  }
  const messages: string[] = [];
  const problems = Problems.reportingTo(item => messages.push(item.message));
  const names = [...variables.entries.keys()];
  const symbols: Symbols = {
    resolve: (root, steps, scope) => ({
      value: scope.problems.mistaken(
        'terraform-reference',
        `the template is given no variable "${root.name}".${didYouMean(root.name, names, '"')}`,
        root.range,
      ),
      used: steps.length,
    }),
    calls,
    depth: run.graph,
  };
  let bound: LocalName | undefined;
  for (const [name, value] of variables.entries) bound = { name, value, outer: bound };
  run.templateDepth++;
  try {
    const value = evaluateTemplate(template, { symbols, names: bound, problems }, evaluate);
    const [message] = messages;
    return message === undefined ? value : new Problem(message);
  } finally {
    run.templateDepth--;
  }
}
