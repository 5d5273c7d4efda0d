/** Kinds of tokens. A new line is a token: it ends statements and separates elements. */
export const Token = {
  endOfFile: 0,
  newline: 1,
  identifier: 2,
  integer: 3,
  true: 4,
  false: 5,
  null: 6,
  /** A string without holes, quotes and `$` marks included. */
  stringComplete: 7,
  /** `'text${` of a string with holes. */
  stringLeft: 8,
  /** `}text${`. */
  stringMiddle: 9,
  /** `}text'`. */
  stringRight: 10,
  at: 11,
  openBrace: 12,
  closeBrace: 13,
  openParenthesis: 14,
  closeParenthesis: 15,
  openBracket: 16,
  closeBracket: 17,
  comma: 18,
  dot: 19,
  ellipsis: 20,
  question: 21,
  coalesce: 22,
  colon: 23,
  doubleColon: 24,
  semicolon: 25,
  assign: 26,
  plus: 27,
  minus: 28,
  star: 29,
  slash: 30,
  percent: 31,
  not: 32,
  less: 33,
  lessOrEqual: 34,
  greater: 35,
  greaterOrEqual: 36,
  equal: 37,
  notEqual: 38,
  equalIgnoringCase: 39,
  notEqualIgnoringCase: 40,
  and: 41,
  or: 42,
  pipe: 43,
  arrow: 44,
  hat: 45,
  /** What no token begins with; the lexer has reported it. */
  invalid: 46,
  /** Where a statement or its decorator begins, put in when the brackets before it do not match. Empty. */
  boundary: 47,
} as const;

/** The tokens of a text, as parallel arrays: kind, first offset, offset past the end. */
export interface TokenList {
  readonly kinds: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}
