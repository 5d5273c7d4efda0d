import { DECLARED_FACTS, type DeclaredFact, type DeclaredKind } from '../estate/declared-facts.ts';
import { EXCHANGE_VERSIONS } from '../estate/exchange-versions.ts';

/**
 * The JSON schema of `exvet.yaml`, as `exvet schema config` prints it. Descriptions are what an editor
 * shows to the person who writes the file.
 */
const texts = (description: string) => ({
  description,
  type: 'array',
  items: { type: 'string', minLength: 1 },
});

/** The properties that state the facts of one kind. */
const facts = (kind: DeclaredKind) =>
  Object.fromEntries(Object.entries(DECLARED_FACTS[kind]).map(([name, fact]) => [name, factSchema(fact)]));

function factSchema({ type, about, unit, values }: DeclaredFact) {
  const description = unit === undefined ? about : `${about} In ${unit}.`;
  switch (type) {
    case 'number':
      return { description, type: 'number', minimum: 0 };
    case 'bool':
      return { description, type: 'boolean' };
    case 'string':
      return values === undefined
        ? { description, type: 'string', minLength: 1 }
        : { description, enum: asWritten(values) };
    case 'list<string>':
      return {
        description,
        type: 'array',
        items: values === undefined ? { type: 'string', minLength: 1 } : { enum: asWritten(values) },
      };
  }
}

/** YAML reads 2019 as a number, and it means the same. */
const asWritten = (values: readonly string[]): readonly (string | number)[] =>
  values.flatMap(value => (/^\d+(?:\.\d+)?$/.test(value) ? [value, Number(value)] : [value]));

const RULE_ID = '^EX[A-Z]{2,4}-[0-9]{2}$|^[A-Z][A-Z0-9]*-[0-9]+$';

export const CONFIG_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'exvet.yaml',
  description: 'What exvet scans, and the facts about the Exchange estate that templates cannot carry.',
  type: 'object',
  additionalProperties: false,
  required: ['version'],
  properties: {
    version: { description: 'The version of this format.', const: 1 },
    include: texts('Globs of the files to scan. Default: everything below the paths on the command line.'),
    exclude: texts('Globs of files and folders to leave out.'),
    strict: {
      description: 'Judge what Microsoft only implies as strictly as what it states.',
      type: 'boolean',
    },
    labs: texts(
      'Environments (of a tag such as environment, or of servers[].environment) whose errors are warnings.',
    ),
    terraform: {
      type: 'object',
      additionalProperties: false,
      properties: {
        varFiles: texts('Variables files, as with --var-file, relative to this file.'),
        vars: {
          description: 'Values of variables, as with --var.',
          type: 'object',
          additionalProperties: { type: ['string', 'number', 'boolean'] },
        },
        crossCheck: {
          description: "When HashiCorp's own parser reads the files too.",
          enum: ['always', 'on-error', 'never'],
        },
        workspace: { description: 'The value of terraform.workspace.', type: 'string' },
        environment: {
          description: 'Take values of variables from TF_VAR_* in the environment too. Default: false.',
          type: 'boolean',
        },
      },
    },
    bicep: {
      type: 'object',
      additionalProperties: false,
      properties: {
        environment: {
          description:
            'What readEnvironmentVariable gives in parameters files; null for a variable that is not set. ' +
            'The environment itself is not read.',
          type: 'object',
          additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
        },
      },
    },
    deployments: {
      description: 'Which template is deployed with which parameters.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['template'],
        properties: {
          template: { description: 'The template, relative to this file.', type: 'string', minLength: 1 },
          parameters: texts('Parameter files; each is a deployment of its own.'),
        },
      },
    },
    servers: {
      description: 'What templates cannot say about servers.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['match'],
        properties: {
          match: { description: 'A glob over resource addresses.', type: 'string', minLength: 1 },
          exchange: {
            description: 'The Exchange version; none for a machine that is not an Exchange server.',
            enum: [...asWritten(EXCHANGE_VERSIONS), 'none'],
          },
          roles: {
            type: 'array',
            items: { enum: ['mailbox', 'edge', 'cas', 'hub', 'um'] },
          },
          dag: { description: 'The name of its DAG; null when it is in none.', type: ['string', 'null'] },
          disks: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['match'],
              properties: {
                match: {
                  description: 'The disks that are meant: by slot, by name, or both.',
                  type: 'object',
                  additionalProperties: false,
                  minProperties: 1,
                  properties: {
                    lun: {
                      oneOf: [{ type: 'integer' }, { type: 'array', items: { type: 'integer' } }],
                    },
                    name: { description: 'A glob over disk names.', type: 'string', minLength: 1 },
                  },
                },
                holds: {
                  description: 'What is on them.',
                  type: 'array',
                  items: { enum: ['os', 'database', 'log', 'transport', 'mcdb', 'pagefile', 'other'] },
                },
                backing: {
                  description: 'What the hypervisor stores them on.',
                  enum: ['block', 'nas', 'smb'],
                },
                ...facts('disk'),
              },
            },
          },
          ...facts('server'),
        },
      },
    },
    datastores: {
      description: 'What kind of storage the datastores are that a template only refers to.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['match', 'type'],
        properties: {
          match: {
            description:
              'A glob over addresses of datastores, data sources included, or over paths of volumes and shares.',
            type: 'string',
            minLength: 1,
          },
          type: { enum: ['vmfs', 'vsan', 'nfs', 'vvol-block', 'vvol-nfs', 'smb', 'volume'] },
          ...facts('datastore'),
        },
      },
    },
    hosts: {
      description: 'What templates cannot say about hosts and clusters.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        oneOf: [{ required: ['match'] }, { required: ['name', 'guests'] }],
        dependencies: { guests: ['name'], name: ['guests'] },
        properties: {
          match: {
            description: 'A glob over addresses of hosts or clusters, data sources included.',
            type: 'string',
            minLength: 1,
          },
          name: {
            description: 'The name of a host that no template declares.',
            type: 'string',
            minLength: 1,
          },
          guests: texts('Globs over addresses of the machines that run on it.'),
          ...facts('host'),
        },
      },
    },
    dags: {
      description: 'What templates cannot say about database availability groups.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { description: 'The name of the DAG.', type: 'string', minLength: 1 },
          ...facts('dag'),
        },
      },
    },
    estate: {
      description: 'What holds for the whole organisation.',
      type: 'object',
      additionalProperties: false,
      properties: facts('estate'),
    },
    smtp: {
      type: 'object',
      additionalProperties: false,
      properties: {
        relays: texts('The relays (smart hosts) that mail goes to: host names or address prefixes.'),
      },
    },
    types: {
      description:
        'A folder with the resource types of Azure, laid out like `generated` in github.com/Azure/bicep-types-az, relative to this file.',
      type: 'string',
      minLength: 1,
    },
    policies: texts('Globs of policy files of your own, relative to this file.'),
    rules: {
      description: 'Levels by rule id.',
      type: 'object',
      propertyNames: { pattern: RULE_ID },
      additionalProperties: { enum: ['error', 'warning', 'note', 'off', false] },
    },
    suppressions: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['rule', 'match', 'reason'],
        properties: {
          rule: { type: 'string', minLength: 1 },
          match: { description: 'A glob over addresses.', type: 'string', minLength: 1 },
          reason: { type: 'string', minLength: 1 },
          expires: {
            description: 'The last day on which it counts, YYYY-MM-DD.',
            type: 'string',
            pattern: '^\\d{4}-\\d{2}-\\d{2}$',
          },
        },
      },
    },
  },
} as const;
