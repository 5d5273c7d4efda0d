import { type Diagnostic, diagnostic } from '../source/diagnostic.ts';
import type { SourceRange } from '../source/range.ts';

/**
 * The values of a configuration form a graph that is found by asking: each node is computed when it is
 * first needed, once, and a node that needs itself is a cycle. (The model is OpenTofu `internal/lang/eval`.)
 */
export class Graph {
  readonly diagnostics: Diagnostic[] = [];
  readonly #open: Node<unknown>[] = [];
  #depth = 0;
  #rounds = 0;
  #instances = 0;

  readonly report = (item: Diagnostic): void => {
    this.diagnostics.push(item);
  };

  node<T>(details: NodeDetails<T>): Node<T> {
    return new Node(this, details);
  }

  /** Runs the computation of a node, unless it is already under way or too deep. */
  compute<T>(node: Node<T>): { readonly value: T; readonly final: boolean } {
    const { name, range, onFailure, compute } = node.details;
    const at = this.#open.indexOf(node);
    if (at >= 0) {
      const members = this.#open.slice(at).map(member => member.details.name);
      this.report(diagnostic('terraform-cycle', cycleText([...new Set(members)]), range));
      return { value: onFailure(`${name} refers to itself`), final: false };
    }
    if (this.#open.length >= MAX_OPEN_NODES) {
      const message = `The chain of references through ${name} is longer than ${MAX_OPEN_NODES} steps.`;
      this.report(diagnostic('limit-exceeded', message, range));
      return { value: onFailure(`the chain of references through ${name} is too long`), final: false };
    }
    this.#open.push(node);
    try {
      return { value: compute(), final: true };
    } finally {
      this.#open.pop();
    }
  }

  enterExpression(): boolean {
    if (this.#depth >= MAX_EXPRESSION_DEPTH) return false;
    this.#depth++;
    return true;
  }

  leaveExpression(): void {
    this.#depth--;
  }

  countRound(): number {
    this.#rounds++;
    return Math.max(0, this.#rounds - MAX_ROUNDS);
  }

  /** Whether so many more instances of resources and modules may be made. */
  enterInstances(count: number): boolean {
    this.#instances += count;
    return this.#instances <= MAX_ALL_INSTANCES;
  }
}

/** Together these keep the deepest recursion well inside the default stack of Node. */
const MAX_OPEN_NODES = 256;
const MAX_EXPRESSION_DEPTH = 1000;

/** Of a whole deployment: more is no configuration that people deploy. */
const MAX_ROUNDS = 2_000_000;
const MAX_ALL_INSTANCES = 100_000;

function cycleText(members: readonly string[]): string {
  const [first = '', ...others] = members;
  return others.length === 0
    ? `${first} refers to itself.`
    : `These refer to each other in a circle: ${[first, ...others, first].join(' → ')}.`;
}

export interface NodeDetails<T> {
  /** As the user knows it: `local.sku`, `module.vm.var.disk_sku`. */
  readonly name: string;
  /** What a cycle through this node is reported at. */
  readonly range: SourceRange;
  readonly compute: () => T;
  /** What stands for the value when it cannot be computed, for the reason given as a clause. */
  readonly onFailure: (reason: string) => T;
}

export class Node<T> {
  readonly details: NodeDetails<T>;
  readonly #graph: Graph;
  #value: { readonly value: T } | undefined;

  constructor(graph: Graph, details: NodeDetails<T>) {
    this.#graph = graph;
    this.details = details;
  }

  get value(): T {
    if (this.#value !== undefined) return this.#value.value;
    const { value, final } = this.#graph.compute(this);
    if (final) this.#value = { value };
    return value;
  }
}
