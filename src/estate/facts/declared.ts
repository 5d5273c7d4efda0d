import type { SourceRange } from '../../source/range.ts';
import { defaultAt, listValue, stringValue } from '../../value/make.ts';
import { unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { DECLARED_FACTS, type DeclaredKind, declaredKey } from '../declared-facts.ts';
import type { Row } from '../fact.ts';
import type { DeclaredValues } from '../model.ts';

/** A text that is certain from the templates. */
export const stated = (text: string, range: SourceRange): Value => stringValue(text, defaultAt(range));

/** Something that `exvet.yaml` can state facts about. */
interface Declarable {
  readonly address: string;
  readonly declared: DeclaredValues;
}

/** Rows for the facts that no template carries: unknown, until `exvet.yaml` states them. */
export function declaredRows<S>(
  kind: DeclaredKind,
  ownerOf: (
    subject: S,
  ) => Declarable &
    ({ readonly range: SourceRange } | { readonly resource: { readonly range: SourceRange } }),
  without: readonly string[] = [],
): Readonly<Record<string, Row<S>>> {
  const rows = Object.entries(DECLARED_FACTS[kind]).filter(([name]) => !without.includes(name));
  const states: Row<S> = {
    type: 'list<string>',
    about:
      'The facts that exvet.yaml states about it, by name; ask it before a fact that may well be missing.',
    read: subject => {
      const { declared, ...owner } = ownerOf(subject);
      const origin = defaultAt('resource' in owner ? owner.resource.range : owner.range);
      return listValue(
        [...declared.keys()].map(name => stringValue(name, origin)),
        origin,
      );
    },
  };
  const facts = Object.fromEntries(
    rows.map(([name, { type, about, unit, values }]) => [
      name,
      {
        type,
        about,
        ...(unit === undefined ? {} : { unit }),
        ...(values === undefined ? {} : { values }),
        read: (subject: S) => {
          const owner = ownerOf(subject);
          const range = 'resource' in owner ? owner.resource.range : owner.range;
          return owner.declared.get(name) ?? notStated(kind, name, owner.address, range);
        },
      } satisfies Row<S>,
    ]),
  );
  return { ...facts, states };
}

/** Unknown, naming the key of `exvet.yaml` that would state it. */
export function notStated(kind: DeclaredKind, name: string, address: string, range: SourceRange): Value {
  const key = declaredKey(kind, name);
  const text =
    kind === 'estate'
      ? `exvet.yaml does not state ${key}`
      : `exvet.yaml does not state ${key} for ${address}`;
  return unknown({ kind: 'declaration', text, range, key }, defaultAt(range));
}
