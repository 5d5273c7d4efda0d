import { type FactType, JUDGED_KINDS, type SubjectSchema } from './fact.ts';
import { ESTATE_SCHEMA } from './schema.ts';

/** The JSON schema of what policies see, as `exvet schema estate` prints it. */
export function estateSchema(): object {
  const definitions = Object.fromEntries(
    JUDGED_KINDS.map(kind => [kind, subjectJsonSchema(ESTATE_SCHEMA[kind])]),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The Exchange estate as policies see it',
    description:
      'Variables of a policy by its subject. A fact may be absent (it does not apply, or nothing states it) or unknown.',
    type: 'object',
    properties: Object.fromEntries(
      JUDGED_KINDS.map(kind => [
        kind,
        { $ref: `#/definitions/${kind}`, description: ESTATE_SCHEMA[kind].about },
      ]),
    ),
    definitions,
  };
}

const JSON_TYPES: Readonly<Record<FactType, object>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  bool: { type: 'boolean' },
  'list<string>': { type: 'array', items: { type: 'string' } },
};

function subjectJsonSchema(schema: SubjectSchema): object {
  const facts = Object.entries(schema.facts).map(([name, fact]) => [
    name,
    {
      ...JSON_TYPES[fact.type],
      description: fact.unit === undefined ? fact.about : `${fact.about} In ${fact.unit}.`,
      ...(fact.values === undefined ? {} : { enum: fact.values }),
    },
  ]);
  const relations = Object.entries(schema.relations).map(([name, { to, many, about }]) => {
    const target = { $ref: `#/definitions/${to}` };
    return [
      name,
      many ? { type: 'array', items: target, description: about } : { ...target, description: about },
    ];
  });
  return {
    type: 'object',
    description: schema.about,
    additionalProperties: false,
    properties: Object.fromEntries([...facts, ...relations]),
  };
}
