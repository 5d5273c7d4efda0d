import type { Graph } from './graph.ts';
import { Problems, type Scope, type Symbols } from './scope.ts';

/** For values that must stand for themselves: defaults of variables, `.tfvars` files. */
export function constantScope(graph: Graph): Scope {
  const symbols: Symbols = {
    resolve: (root, steps, scope) => ({
      value: scope.problems.mistaken(
        'terraform-reference',
        `"${root.name}" cannot be used here: only constant values are allowed`,
        root.range,
      ),
      used: steps.length,
    }),
    calls: undefined,
    depth: graph,
  };
  return { symbols, problems: Problems.reportingTo(graph.report) };
}
