/**
 * The JSON schema of `scan --format json` (draft 2020-12), published by `exvet schema report`. Further members
 * can be added in the same version; members are never removed or changed.
 */

const text = { type: 'string' } as const;
const texts = { type: 'array', items: text } as const;
const count = { type: 'integer', minimum: 0 } as const;
const flag = { type: 'boolean' } as const;
const ordinal = { type: 'integer', minimum: 1 } as const;
const ref = (name: string) => ({ $ref: `#/$defs/${name}` }) as const;
const listOf = (name: string) => ({ type: 'array', items: ref(name) }) as const;

/** An object whose members are all required, but for those of `optional`. */
const object = (required: object, optional: object = {}) =>
  ({
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  }) as const;

const LOCATION = {
  file: { type: 'string', description: 'Path relative to the scanned tree, with / between its parts.' },
  startLine: ordinal,
  startColumn: { ...ordinal, description: 'Counted from 1, in UTF-16 code units.' },
  endLine: ordinal,
  endColumn: { ...ordinal, description: 'One past the last character.' },
};

const FINDING = {
  rule: { type: 'string', pattern: '^[A-Z]{1,8}-[0-9]{1,6}$' },
  title: text,
  verdict: { enum: ['violation', 'undecided'] },
  level: { enum: ['error', 'warning', 'note'] },
  subject: object({
    kind: { enum: ['server', 'disk', 'dag', 'host', 'cluster', 'network', 'replication'] },
    address: text,
    name: text,
  }),
  message: text,
  requirement: text,
  remedy: text,
  location: ref('location'),
  trail: {
    description: 'The way of the value: its birthplace first, then each hand-over.',
    ...listOf('step'),
  },
  needs: { description: 'What would decide an undecided finding.', ...texts },
  notes: { description: 'What was assumed on the way.', ...texts },
  deployments: { description: 'The deployments in which it was found.', ...texts },
  fingerprint: { type: 'string', description: "GitHub's primaryLocationLineHash.", minLength: 1 },
};

const FIX = { fix: object({ ...LOCATION, replacement: text, description: text }) };

const DISK = {
  required: {
    address: text,
    name: ref('value'),
    slot: text,
    os: flag,
    presentation: ref('value'),
    holds: ref('value'),
    holdsExchangeData: ref('value'),
    contentsAssumed: flag,
  },
  optional: {
    sku: ref('value'),
    tier: ref('value'),
    sizeGib: ref('value'),
    provisioning: ref('value'),
    backing: ref('value'),
    toldBy: ref('sign'),
  },
};

export const REPORT_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'exvet report',
  ...object({
    version: { const: 1 },
    tool: object({ name: { const: 'exvet' }, version: text }),
    findings: listOf('finding'),
    servers: listOf('server'),
    coverage: object({
      filesRead: texts,
      deployments: count,
      resourcesEvaluated: count,
      serversRecognised: count,
      notAnalysed: listOf('diagnostic'),
    }),
    diagnostics: listOf('diagnostic'),
    suppressed: listOf('suppressedFinding'),
    inBaseline: count,
  }),
  $defs: {
    location: object(LOCATION),
    step: object({ ...LOCATION, text }),
    finding: object(FINDING, FIX),
    suppressedFinding: object(
      {
        ...FINDING,
        suppressed: object({ by: { enum: ['comment', 'configuration'] }, reason: text }),
      },
      FIX,
    ),
    server: object({
      address: text,
      name: ref('value'),
      platform: { enum: ['azure', 'vsphere', 'hyper-v', 'azure-local', 'scvmm', 'asr'] },
      deployment: text,
      exchange: object(
        { version: ref('value'), roles: ref('value'), rolesAssumed: flag },
        { dag: ref('value') },
      ),
      recognisedBy: listOf('sign'),
      disks: { type: 'array', items: object(DISK.required, DISK.optional) },
    }),
    sign: object({
      by: { enum: ['configuration', 'tag', 'install', 'image', 'name'] },
      text,
      ...LOCATION,
    }),
    diagnostic: object({
      severity: { enum: ['error', 'warning', 'note'] },
      code: text,
      message: text,
      file: text,
      line: ordinal,
      column: ordinal,
      endLine: ordinal,
      endColumn: ordinal,
    }),
    value: {
      description: 'A value, or why it cannot be known.',
      anyOf: [{ type: ['null', 'boolean', 'number', 'string'] }, listOf('value'), object({ $unknown: text })],
    },
  },
} as const;
