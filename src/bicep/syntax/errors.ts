/**
 * What can be wrong in the syntax, by the code that the official compiler gives it (Azure/bicep,
 * `DiagnosticBuilder.cs`, state of August 2026). `%` stands for what the reader of the message must know.
 */
const SYNTAX_ERRORS = {
  BCP001: 'The character "%" has no meaning here.',
  BCP002: 'This comment is not closed with "*/".',
  BCP003: 'This string has no closing quote.',
  BCP004:
    "This string does not end on the line where it begins. Close it with a quote, or write it in three quotes (''').",
  BCP005: 'This string ends inside an escape sequence.',
  BCP006: "This is no escape sequence. There are \\n, \\r, \\t, \\\\, \\', \\$ and \\u{…}.",
  BCP007:
    'No declaration begins like this. One begins with targetScope, metadata, type, param, var, func, resource, module, output, import or extension.',
  BCP008: 'A "=" with the default value, or the end of the line, is expected here.',
  BCP009: 'A value is expected here.',
  BCP010: 'This number does not fit into 64 bits.',
  BCP012: 'The keyword "%" is expected here.',
  BCP013: 'The name of a parameter is expected here.',
  BCP015: 'The name of a variable is expected here.',
  BCP016: 'The name of an output is expected here.',
  BCP017: 'The symbolic name of a resource is expected here.',
  BCP018: 'A "%" is expected here.',
  BCP019: 'The end of the line is expected here.',
  BCP020: 'The name of a function or property is expected here.',
  BCP022: 'The name of a property is expected here.',
  BCP024: 'A name is at most 255 characters long.',
  BCP032: 'This must be a plain string, without "${".',
  BCP064: 'The "}" that ends the interpolation is expected here.',
  BCP068: "The type of the resource is expected here, as 'type@version'.",
  BCP087: 'An array or object cannot be written here; put it into a variable.',
  BCP096: 'The symbolic name of a module is expected here.',
  BCP097: "The path of a file or module is expected here, as 'folder/module.bicep'.",
  BCP103: 'Strings are written in single quotes.',
  BCP117: 'An index is expected here.',
  BCP118: 'A "{", a "[" or "if" is expected here.',
  BCP123: 'The name of a decorator is expected here.',
  BCP132: 'A declaration is expected here, after its decorators.',
  BCP133: 'This is no Unicode character: \\u{0} to \\u{10FFFF} are.',
  BCP136: 'The name of the loop variable is expected here.',
  BCP140: "This string has no end: ''' is missing.",
  BCP162: 'The name of the loop variable, or "(item, index)", is expected here.',
  BCP167: 'A "{" or "if" is expected here.',
  BCP201: 'The name or specification of an extension is expected here.',
  BCP202: 'The alias of the extension is expected here.',
  BCP226: 'The codes of the diagnostics are expected here.',
  BCP236: 'A new line or a comma is expected here.',
  BCP237: 'A comma is expected here.',
  BCP238: 'A comma is followed by the next element on the same line; at the end of a line there is none.',
  BCP243: 'Parentheses hold exactly one expression.',
  BCP249: 'The parentheses of a loop hold two names, of the item and of the index.',
  BCP257: "The path of a Bicep file is expected here, as 'main.bicep'.",
  BCP266: 'The name of a metadata item is expected here.',
  BCP279: 'A type is expected here.',
  BCP300: 'A member of the union is expected here.',
  BCP305: '"with", "as" or the end of the line is expected here.',
  BCP317: 'A name, a string or "*" is expected here.',
  BCP322: 'Functions of a resource or namespace cannot be called with ".?".',
  BCP325: 'The name of a type is expected here.',
  BCP337:
    'No declaration of a parameters file begins like this. One begins with using, extends, param, var, type or import.',
  BCP344: 'The name of an assertion is expected here.',
  BCP346: 'The name of a test is expected here.',
  BCP347: 'The path of the tested file is expected here.',
  BCP354: 'A "{" or "*" is expected here.',
  BCP355: 'The name of an exported symbol is expected here.',
  BCP356: 'The name for the namespace is expected here.',
  BCP375: "A name in quotes needs an alias: 'name' as alias.",
  BCP404: 'The path of the parameters file that is extended is expected here.',
  BCP436: '"with" or the end of the line is expected here.',
} as const;

export type SyntaxErrorCode = keyof typeof SYNTAX_ERRORS;

/** The sentence for the user, which begins with the code. */
export function syntaxMessage(code: SyntaxErrorCode, detail = ''): string {
  return `${code}: ${SYNTAX_ERRORS[code].replace('%', () => detail)}`;
}
