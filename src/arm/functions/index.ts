import { CIDR_FUNCTIONS } from './cidr.ts';
import { COLLECTION_FUNCTIONS } from './collection.ts';
import { COMPARISON_FUNCTIONS } from './comparison.ts';
import { DATE_FUNCTIONS } from './date.ts';
import type { ArmFunction } from './definition.ts';
import { DEPLOYMENT_FUNCTIONS } from './deployment.ts';
import { ENCODING_FUNCTIONS } from './encoding.ts';
import { LAMBDA_FUNCTIONS } from './lambda.ts';
import { LOGICAL_FUNCTIONS } from './logical.ts';
import { NUMERIC_FUNCTIONS } from './numeric.ts';
import { LIST_FUNCTION, RESOURCE_FUNCTIONS } from './resource.ts';
import { TEMPLATE_FUNCTIONS } from './template.ts';
import { TEXT_FUNCTIONS } from './text.ts';
import { URI_FUNCTIONS } from './uri.ts';

/**
 * The functions of templates (learn.microsoft.com, "ARM template functions", and the Bicep compiler's
 * function table, November 2026).
 */
const FUNCTIONS: Readonly<Record<string, ArmFunction>> = {
  ...CIDR_FUNCTIONS,
  ...COLLECTION_FUNCTIONS,
  ...COMPARISON_FUNCTIONS,
  ...DATE_FUNCTIONS,
  ...DEPLOYMENT_FUNCTIONS,
  ...ENCODING_FUNCTIONS,
  ...LAMBDA_FUNCTIONS,
  ...LOGICAL_FUNCTIONS,
  ...NUMERIC_FUNCTIONS,
  ...RESOURCE_FUNCTIONS,
  ...TEMPLATE_FUNCTIONS,
  ...TEXT_FUNCTIONS,
  ...URI_FUNCTIONS,
};

const BY_LOWER_CASE = new Map(Object.entries(FUNCTIONS).map(([name, entry]) => [name.toLowerCase(), entry]));

/** A function by its name, which is matched without regard to case. Resource types bring their own `list...`. */
export function findFunction(name: string): ArmFunction | undefined {
  return BY_LOWER_CASE.get(name.toLowerCase()) ?? (/^list\w/i.test(name) ? LIST_FUNCTION : undefined);
}

export const functionNames = (): readonly string[] => Object.keys(FUNCTIONS);
