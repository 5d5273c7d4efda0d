/** Whether a code point belongs to a class. */
export type CharacterTest = (code: number) => boolean;

const testing =
  (expression: RegExp): CharacterTest =>
  code =>
    expression.test(String.fromCodePoint(code));

/** Perl's classes have only ASCII characters in RE2. */
const PERL: ReadonlyMap<string, CharacterTest> = new Map(
  Object.entries({
    d: testing(/^[0-9]$/),
    D: testing(/^[^0-9]$/u),
    s: testing(/^[\t\n\f\r ]$/),
    S: testing(/^[^\t\n\f\r ]$/u),
    w: testing(/^[0-9A-Za-z_]$/),
    W: testing(/^[^0-9A-Za-z_]$/u),
  }),
);

export const namedClass = (letter: string): CharacterTest | undefined => PERL.get(letter);

const POSIX: ReadonlyMap<string, CharacterTest> = new Map(
  Object.entries({
    alnum: testing(/^[0-9A-Za-z]$/),
    alpha: testing(/^[A-Za-z]$/),
    ascii: code => code < 128,
    blank: testing(/^[\t ]$/),
    cntrl: code => code < 32 || code === 127,
    digit: testing(/^[0-9]$/),
    graph: code => code > 32 && code < 127,
    lower: testing(/^[a-z]$/),
    print: code => code >= 32 && code < 127,
    punct: testing(/^[!-/:-@[-`{-~]$/),
    space: testing(/^[\t-\r ]$/),
    upper: testing(/^[A-Z]$/),
    word: testing(/^[0-9A-Za-z_]$/),
    xdigit: testing(/^[0-9A-Fa-f]$/),
  }),
);

export const posixClass = (name: string): CharacterTest | undefined => POSIX.get(name);

/** A general category (`L`, `Lu`) or a script (`Greek`) of Unicode. */
export function unicodeClass(name: string): CharacterTest | undefined {
  for (const property of [`General_Category=${name}`, `Script=${name}`]) {
    try {
      return testing(new RegExp(`^\\p{${property}}$`, 'u'));
    } catch {
      // Not a name of that kind.
    }
  }
  return name === 'Any' ? () => true : undefined;
}
