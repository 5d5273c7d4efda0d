import type { JsonNode } from '../../source/json.ts';
import type {
  ComparisonOperator,
  JsonPath,
  PathCondition,
  PathOperand,
  PathScalar,
  PathStep,
} from './json-path.ts';

/** How many nodes one path may look at: `..*` several times over multiplies what it finds. */
const MAX_VISITS = 1_000_000;

/**
 * What a path finds in a document, in the order of Newtonsoft's `SelectTokens`; `undefined` when it looks at
 * too much of it.
 */
export function selectNodes(root: JsonNode, path: JsonPath): readonly JsonNode[] | undefined {
  const selection = new Selection(root);
  const found = selection.follow([root], path);
  return selection.isOver ? undefined : found;
}

class Selection {
  readonly #root: JsonNode;
  #visits = 0;

  constructor(root: JsonNode) {
    this.#root = root;
  }

  get isOver(): boolean {
    return this.#visits > MAX_VISITS;
  }

  follow(from: readonly JsonNode[], path: JsonPath): readonly JsonNode[] {
    return path.reduce<readonly JsonNode[]>(
      (nodes, step) => nodes.flatMap(node => this.#step(node, step)),
      from,
    );
  }

  #step(node: JsonNode, step: PathStep): readonly JsonNode[] {
    this.#visits++;
    if (this.isOver) return [];
    switch (step.kind) {
      case 'names':
        return step.deep ? this.#named(node, step.names) : membersOf(node, step.names);
      case 'positions':
        return atPositions(node, step.positions);
      case 'slice':
        return sliceOf(node, step);
      case 'filter': {
        const candidates = step.deep ? this.#within(node) : node.kind === 'array' ? node.elements : [];
        return candidates.filter(candidate => this.#holds(step.condition, candidate));
      }
    }
  }

  /** Properties of a name at any depth; without names everything there is, the node itself first. */
  #named(node: JsonNode, names: readonly string[] | undefined): readonly JsonNode[] {
    if (names === undefined) return this.#within(node);
    const found: JsonNode[] = [];
    this.#walk(node, (one, name) => {
      if (name !== undefined && names.includes(name)) found.push(one);
    });
    return found;
  }

  #within(node: JsonNode): readonly JsonNode[] {
    const found: JsonNode[] = [];
    this.#walk(node, one => found.push(one));
    return found;
  }

  /** Meets a node and all that it holds, each before what it holds itself; a member with its name. */
  #walk(node: JsonNode, meet: (node: JsonNode, name?: string) => void, name?: string): void {
    if (++this.#visits > MAX_VISITS) return;
    meet(node, name);
    if (node.kind === 'array') for (const element of node.elements) this.#walk(element, meet);
    for (const [key, value] of membersByName(node)) this.#walk(value, meet, key);
  }

  #holds(condition: PathCondition, node: JsonNode): boolean {
    switch (condition.kind) {
      case 'and':
        return this.#holds(condition.left, node) && this.#holds(condition.right, node);
      case 'or':
        return this.#holds(condition.left, node) || this.#holds(condition.right, node);
      case 'exists':
        return this.#valuesOf(condition.operand, node).length > 0;
      case 'comparison': {
        const right = this.#valuesOf(condition.right, node);
        return this.#valuesOf(condition.left, node).some(one =>
          right.some(other => compares(condition.operator, one, other)),
        );
      }
    }
  }

  /** Objects and arrays have no value to compare. */
  #valuesOf(operand: PathOperand, node: JsonNode): readonly (PathScalar | undefined)[] {
    if (operand.kind === 'value') return [operand.value];
    return this.follow([operand.fromRoot ? this.#root : node], operand.path).map(scalarOf);
  }
}

/** Of members with one name the last counts, as all JSON readers have it. */
const membersByName = (node: JsonNode): ReadonlyMap<string, JsonNode> =>
  new Map(node.kind === 'object' ? node.members.map(({ name, value }) => [name.value, value] as const) : []);

function membersOf(node: JsonNode, names: readonly string[] | undefined): readonly JsonNode[] {
  const members = membersByName(node);
  return names === undefined ? [...members.values()] : names.flatMap(name => members.get(name) ?? []);
}

function atPositions(node: JsonNode, positions: readonly number[] | undefined): readonly JsonNode[] {
  if (node.kind !== 'array') return [];
  return positions === undefined ? node.elements : positions.flatMap(at => node.elements[at] ?? []);
}

/** `[start:end:step]`; negative bounds count from the end. */
function sliceOf(node: JsonNode, slice: Extract<PathStep, { kind: 'slice' }>): readonly JsonNode[] {
  if (node.kind !== 'array') return [];
  const { elements } = node;
  const { length } = elements;
  const { step = 1 } = slice;
  const fromEnd = (bound: number): number => (bound < 0 ? length + bound : bound);
  const isForward = step > 0;
  const start = slice.start === undefined ? (isForward ? 0 : length - 1) : fromEnd(slice.start);
  const end = slice.end === undefined ? (isForward ? length : -1) : fromEnd(slice.end);
  const found: JsonNode[] = [];
  const first = isForward ? Math.max(start, 0) : Math.min(start, length - 1);
  const last = isForward ? Math.min(end, length) : Math.max(end, -1);
  for (let at = first; isForward ? at < last : at > last; at += step) {
    const element = elements[at];
    if (element !== undefined) found.push(element);
  }
  return found;
}

function scalarOf(node: JsonNode): PathScalar | undefined {
  switch (node.kind) {
    case 'string':
    case 'keyword':
      return node.value;
    case 'number':
      return Number(node.text);
    default:
      return undefined;
  }
}

function compares(
  operator: ComparisonOperator,
  left: PathScalar | undefined,
  right: PathScalar | undefined,
): boolean {
  if (left === undefined || right === undefined) return operator === '!=';
  if (operator === '==') return left === right;
  if (operator === '!=') return left !== right;
  const order = orderOf(left, right);
  if (order === undefined) return false;
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Texts go by their UTF-16 units, null before all else; a number and a text compare as numbers if they can. */
function orderOf(left: PathScalar, right: PathScalar): number | undefined {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : Number(left > right);
  if (typeof left === 'boolean' || typeof right === 'boolean') {
    return typeof left === typeof right ? Number(left) - Number(right) : undefined;
  }
  const [first, second] = [Number(left), Number(right)];
  return Number.isNaN(first) || Number.isNaN(second) ? undefined : first - second;
}
