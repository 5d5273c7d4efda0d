import { baseName, folderOf } from '../source/path.ts';
import { literalAt, stringValue } from '../value/make.ts';
import type { Origin } from '../value/origin.ts';
import { knownText, textIn } from '../value/read.ts';
import type { ExchangeVersion } from './exchange-versions.ts';
import type { Hint, Machine } from './model.ts';
import { exchangeSignIn, type NameSign, numberedName, otherRoleIn } from './recognition-names.ts';
import { tagSigns, versionInWords } from './recognition-tags.ts';
import { roleList, type Signal } from './signal.ts';
import { vetoOf } from './vetoes.ts';

/** An image that is called after Exchange. */
export function imageSignals({ hints }: Machine): readonly Signal[] {
  return hints.flatMap(({ kind, text, range }) => {
    if (kind !== 'image') return [];
    const name = /\/images\/([^/]+)/i.exec(text)?.[1] ?? baseName(text);
    const sign = exchangeSignIn(name);
    if (sign === undefined || !/exch|mbx/.test(sign.word)) return [];
    return [signalOfName(sign, 'image', `image '${name}'`, literalAt(range), true)];
  });
}

interface NamedBy {
  readonly what: string;
  readonly text: string;
  readonly origin: Origin;
  /** A text of a smaller rank says more about the machine itself. */
  readonly rank: number;
}

const HINT_RANKS: Readonly<Partial<Record<Hint['kind'], readonly [rank: number, what: string]>>> = {
  label: [1, 'resource label'],
  key: [1, 'instance key'],
  annotation: [1, 'annotation'],
  call: [2, 'module or deployment'],
};

/** What the names of a machine tell: its own, and those of what is around it. */
export function nameSignals(machine: Machine, neighbours: Neighbours): readonly Signal[] {
  const named = namesOf(machine);
  const isWindows = textIn(machine.os.family) === 'windows';
  const found = named.flatMap(by => {
    const sign = exchangeSignIn(by.text);
    return sign === undefined || (sign.needsWindows && !isWindows) ? [] : [{ ...by, sign }];
  });
  const strongest = Math.min(...found.map(({ rank }) => rank));
  // In `module "exchange"` a machine `dc01` is a domain controller.
  if (named.some(({ rank, text }) => rank < strongest && otherRoleIn(text) !== undefined)) return [];
  return found.map(({ what, text, origin, sign }) => {
    const version = what === 'annotation' ? (sign.version ?? versionInProse(text)) : sign.version;
    const told = { ...sign, version };
    return signalOfName(told, 'name', `${what} '${text}'`, origin, !neighbours.areNumbered(machine, text));
  });
}

/** `Exchange Server SE, Mailbox role`; a year elsewhere in a note may be that of Windows. */
function versionInProse(text: string): ExchangeVersion | undefined {
  const words = /\bexchange(?:\s+server)?\s+(?:20\d\d|se|subscription edition)\b/i.exec(text)?.[0];
  return words === undefined ? undefined : versionInWords(words);
}

function namesOf(machine: Machine): readonly NamedBy[] {
  const names: NamedBy[] = [];
  for (const [what, value] of [
    ['name', machine.name],
    ['computer name', machine.computerName],
  ] as const) {
    const text = value?.sensitive === true ? undefined : knownText(value);
    if (value !== undefined && text !== undefined) names.push({ what, text, origin: value.origin, rank: 0 });
  }
  for (const { kind, text, range } of machine.hints) {
    const ranked = HINT_RANKS[kind];
    if (ranked !== undefined)
      names.push({ what: ranked[1], text, origin: literalAt(range), rank: ranked[0] });
  }
  return names;
}

/** The weakest sign: a Windows machine that nothing else describes, in a file or folder called after Exchange. */
export function fileSignals(machine: Machine): readonly Signal[] {
  if (textIn(machine.os.family) !== 'windows' || vetoOf(machine) !== undefined) return [];
  if (tagSigns(machine.tags).isExchange === false) return [];
  if (namesOf(machine).some(({ text }) => otherRoleIn(text) !== undefined)) return [];
  return machine.hints.flatMap(({ kind, text, range }) => {
    if (kind !== 'file') return [];
    const file = baseName(text).replace(/\.[a-z.]+$/i, '');
    for (const [what, name] of [
      ['file', file],
      ['folder', baseName(folderOf(text))],
    ] as const) {
      const sign = exchangeSignIn(name);
      if (sign !== undefined && !sign.needsWindows) {
        return [signalOfName(sign, 'name', `${what} '${name}'`, literalAt(range), false)];
      }
    }
    return [];
  });
}

function signalOfName(
  sign: NameSign,
  by: 'image' | 'name',
  text: string,
  origin: Origin,
  numbersAreVersions: boolean,
): Signal {
  const tellsVersion = !sign.versionMayBeNumber || numbersAreVersions;
  return {
    recognition: { by, text, range: origin.range },
    version: sign.version === undefined || !tellsVersion ? undefined : stringValue(sign.version, origin),
    roles: roleList(sign.roles, origin),
  };
}

/** The names of the machines around: `ex16` beside `ex15` and `ex17` is the sixteenth, not an Exchange 2016. */
export class Neighbours {
  readonly #numbersByStem = new Map<string, Set<number>>();

  constructor(machines: readonly Machine[]) {
    for (const machine of machines) {
      for (const { text } of namesOf(machine)) {
        const name = numberedName(text);
        if (name === undefined) continue;
        const numbers = this.#numbersByStem.get(name.stem) ?? new Set();
        this.#numbersByStem.set(name.stem, numbers.add(name.number));
      }
    }
  }

  areNumbered(machine: Machine, text: string): boolean {
    if (typeof machine.resource.instanceKey === 'number') return true;
    const name = numberedName(text);
    const numbers = name === undefined ? undefined : this.#numbersByStem.get(name.stem);
    return numbers !== undefined && [...numbers].some(number => ![10, 13, 16, 19].includes(number));
  }
}
