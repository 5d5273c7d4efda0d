import { JUDGED_KINDS, PLATFORMS } from '../estate/fact.ts';

const text = (description: string) => ({ description, type: 'string', minLength: 1 });
const condition = (description: string) =>
  text(`${description} A CEL condition over the facts of the subject.`);

const LEVEL = { enum: ['error', 'warning', 'note'] };

const example = (description: string) => ({
  description,
  type: 'object',
  additionalProperties: false,
  required: ['language', 'text'],
  properties: {
    language: { enum: ['terraform', 'arm', 'bicep'] },
    text: text('The whole input.'),
    config: text('The exvet.yaml beside it.'),
  },
});

/** The JSON schema of a policy document, as `exvet schema policy` prints it. */
export const POLICY_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'exvet policy',
  description: 'One rule about Exchange Server infrastructure. A file may hold several, separated by ---.',
  type: 'object',
  additionalProperties: false,
  required: ['id', 'title', 'severity', 'subject', 'require', 'message', 'remedy'],
  properties: {
    id: { description: 'For instance CORP-1.', type: 'string', pattern: '^[A-Z]{1,8}-[0-9]{1,6}$' },
    title: text('What is required, in one line.'),
    severity: { description: 'error: unsupported. warning: not recommended. note: worth knowing.', ...LEVEL },
    subject: { description: 'What is judged, one by one.', enum: JUDGED_KINDS },
    platforms: {
      description: 'Platforms that it is about; all when left out.',
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { enum: PLATFORMS },
    },
    exchange: text("Versions of Exchange that it is about: '>=2013', '>=2007 <2013', '2016 || SE'."),
    when: condition('Which subjects it is about; all when left out.'),
    require: condition('What must hold.'),
    levels: {
      description: 'Cases of a violation; the first that holds replaces severity, evidence and message.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['when', 'level'],
        properties: {
          when: condition('When the case applies.'),
          level: LEVEL,
          evidence: text('The fact whose origin is the place of the finding.'),
          message: text('One sentence about the subject.'),
        },
      },
    },
    evidence: text('The fact whose origin is the place of the finding, for instance disk.sku.'),
    message: text('One sentence about the subject, with facts in braces: {disk.name}.'),
    undecided: text('The same for a subject for which it cannot be told.'),
    requirement: text('What is supported, in words.'),
    remedy: text('What to do about a violation.'),
    rationale: text('Why it matters.'),
    decided: text('How it is decided from templates.'),
    fix: {
      description: 'Replaces the literal that a fact comes from.',
      type: 'object',
      additionalProperties: false,
      required: ['set', 'to'],
      properties: {
        set: text('The fact, for instance disk.sku.'),
        to: text('The new value.'),
        when: condition('When the replacement is right; always when left out.'),
      },
    },
    examples: {
      type: 'object',
      additionalProperties: false,
      required: ['bad', 'good'],
      properties: { bad: example('An input that violates it.'), good: example('An input that passes.') },
    },
    sources: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['title', 'url'],
        properties: { title: text('The title of the page.'), url: { type: 'string', pattern: '^https://' } },
      },
    },
  },
} as const;
