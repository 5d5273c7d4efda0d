import { boolValue, numberValue, stringValue } from '../../value/make.ts';
import { uniteReasons, unknown } from '../../value/unknown.ts';
import type { Value } from '../../value/value.ts';
import { factsOf, relation, type SubjectSchema } from '../fact.ts';
import type { Dag } from '../model.ts';
import { declaredRows } from './declared.ts';

export const DAG_FACTS: SubjectSchema = {
  about: 'A database availability group.',
  facts: factsOf('dag', {
    name: { type: 'string', about: 'Its name.', read: ({ dag }) => dag.name },
    membersSeparated: {
      type: 'bool',
      about: 'No two of its members can end up on one host.',
      read: ({ dag }) => dag.membersSeparated,
      assumption: ({ dag }) =>
        dag.certain
          ? undefined
          : 'nothing names a DAG: that these mailbox servers form one is inferred from their being deployed together',
    },
    separationText: {
      type: 'string',
      about: 'Why they can or cannot, in a clause.',
      read: ({ dag }) => stringValue(dag.separationText, dag.membersSeparated.origin),
    },
    certain: {
      type: 'bool',
      about: 'It is declared, tagged or named by an installation; else inferred.',
      read: ({ dag }) => boolValue(dag.certain, dag.membersSeparated.origin),
    },
    memberCount: {
      type: 'number',
      about: 'How many members it has.',
      read: ({ dag }) => memberCount(dag),
    },
    ...declaredRows('dag', ({ dag }) => ({ ...dag, range: dag.membersSeparated.origin.range })),
  }),
  relations: {
    members: relation('dag', 'server', 'many', 'Its members.', ({ dag }) =>
      dag.members.map(server => ({ kind: 'server', server })),
    ),
  },
};

/** A member that stands for several leaves the number open. */
function memberCount({ members, membersSeparated }: Dag): Value {
  const open = members.flatMap(({ resource }) =>
    resource.uncertain === undefined ? [] : [resource.uncertain],
  );
  const { origin } = membersSeparated;
  return open.length > 0 ? unknown(uniteReasons(open), origin) : numberValue(members.length, origin);
}
