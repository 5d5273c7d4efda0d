import { compareVersions, type ExchangeVersion, isExchangeVersion } from '../estate/exchange-versions.ts';

/**
 * A range of Exchange versions: comparisons that must all hold, separated by spaces, and alternatives of
 * those, separated by `||`: `>=2013`, `>=2007 <2013`, `2007`, `2016 || SE`.
 */
export type VersionRange = readonly (readonly Comparison[])[];

interface Comparison {
  readonly operator: keyof typeof HOLDS;
  readonly version: ExchangeVersion;
}

const HOLDS = {
  '>=': (order: number) => order >= 0,
  '<=': (order: number) => order <= 0,
  '>': (order: number) => order > 0,
  '<': (order: number) => order < 0,
  '=': (order: number) => order === 0,
} as const;

const isOperator = (text: string): text is keyof typeof HOLDS => Object.hasOwn(HOLDS, text);

/** `undefined` when the text is not a range. */
export function parseVersionRange(text: string): VersionRange | undefined {
  const alternatives: Comparison[][] = [];
  for (const alternative of text.split('||')) {
    const comparisons: Comparison[] = [];
    for (const word of alternative.trim().split(/\s+/)) {
      const [, operator = '', version = ''] = /^([<>=]*)(\w+)$/.exec(word) ?? [];
      const sign = operator === '' ? '=' : operator;
      if (!isOperator(sign) || !isExchangeVersion(version)) return undefined;
      comparisons.push({ operator: sign, version });
    }
    alternatives.push(comparisons);
  }
  return alternatives;
}

export const inRange = (range: VersionRange, version: ExchangeVersion): boolean =>
  range.some(comparisons =>
    comparisons.every(comparison => HOLDS[comparison.operator](compareVersions(version, comparison.version))),
  );
