import { estateSchema } from '../estate/json-schema.ts';
import { POLICY_SCHEMA } from '../policy/policy-schema.ts';
import { REPORT_SCHEMA } from '../report/report-schema.ts';
import { CONFIG_SCHEMA } from '../session/config-schema.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { EXIT, type ExitStatus, type Io } from './io.ts';

const SCHEMAS: Readonly<Record<string, () => object>> = {
  config: () => CONFIG_SCHEMA,
  policy: () => POLICY_SCHEMA,
  estate: estateSchema,
  report: () => REPORT_SCHEMA,
};

/** `exvet schema`: one of the published JSON schemas. */
export function schema({ paths }: Arguments, io: Io): ExitStatus | UsageError {
  const [name] = paths;
  const found = name === undefined || !Object.hasOwn(SCHEMAS, name) ? undefined : SCHEMAS[name];
  if (found === undefined || paths.length > 1) {
    return new UsageError(`'exvet schema' takes one of ${Object.keys(SCHEMAS).join(', ')}.`);
  }
  io.stdout(`${JSON.stringify(found(), undefined, 2)}\n`);
  return EXIT.ok;
}
