import type { Strings } from './json-values.ts';

/**
 * Which members of a JSON body are blocks, and how its strings read. In JSON nothing but a table can tell:
 * Terraform documentation, "JSON Configuration Syntax", "Block-type-specific Exceptions" (1.11, March 2025).
 * A provider's own nested blocks are not told here: they read as arguments.
 */
export interface BodyForm {
  readonly blocks: Readonly<Record<string, BlockForm>>;
  /** Unless `named` has another. */
  readonly strings: Strings;
  readonly named: Readonly<Record<string, Strings>>;
}

interface BlockForm {
  readonly labels: number;
  readonly body: BodyForm;
}

const body = (
  named: Readonly<Record<string, Strings>> = {},
  blocks: Readonly<Record<string, BlockForm>> = {},
  strings: Strings = 'template',
): BodyForm => ({ blocks, strings, named });

const block = (form: BodyForm, labels = 0): BlockForm => ({ labels, body: form });

const plain = body();
const literal = body({}, {}, 'literal');

/** `dynamic` may stand in the content of another one. */
const dynamic: BlockForm = {
  labels: 1,
  body: {
    blocks: {
      content: {
        labels: 0,
        body: {
          get blocks() {
            return { dynamic };
          },
          strings: 'template',
          named: {},
        },
      },
    },
    strings: 'template',
    named: { iterator: 'expression' },
  },
};

const lifecycle = block(
  body(
    { ignore_changes: 'expression', replace_triggered_by: 'expression' },
    { precondition: block(plain), postcondition: block(plain) },
  ),
);

const provisioner = block(
  body({ when: 'expression', on_failure: 'expression' }, { connection: block(plain) }),
  1,
);

const resource = body(
  { depends_on: 'expression', provider: 'expression' },
  { lifecycle, provisioner, connection: block(plain), dynamic },
);

const terraform = body(
  {},
  {
    required_providers: block(literal),
    backend: block(literal, 1),
    cloud: block(body({}, { workspaces: block(literal) }, 'literal')),
    provider_meta: block(literal, 1),
  },
  'literal',
);

const variable = body({ type: 'expression' }, { validation: block(plain) }, 'literal');

const output = body(
  { description: 'literal', depends_on: 'expression' },
  { precondition: block(plain), postcondition: block(plain) },
);

const moduleCall = body({
  source: 'literal',
  version: 'literal',
  depends_on: 'expression',
  providers: 'expression',
});

/** The body of a `.tf.json` file. */
export const FILE_FORM: BodyForm = body(
  {},
  {
    terraform: block(terraform),
    variable: block(variable, 1),
    locals: block(plain),
    output: block(output, 1),
    provider: block(body({ alias: 'literal', version: 'literal' }), 1),
    resource: block(resource, 2),
    data: block(resource, 2),
    ephemeral: block(resource, 2),
    module: block(moduleCall, 1),
    moved: block(body({ from: 'expression', to: 'expression' })),
    import: block(body({ to: 'expression', provider: 'expression' })),
    removed: block(body({ from: 'expression' }, { lifecycle, provisioner })),
    check: block(body({}, { data: block(resource, 2), assert: block(plain) }), 1),
  },
);

/** The body of a `.tfvars.json` file: values only, no templates. */
export const VALUES_FORM: BodyForm = literal;
