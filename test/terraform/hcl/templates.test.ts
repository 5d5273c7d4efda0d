import assert from 'node:assert/strict';
import { SourceFile } from '../../../src/source/file.ts';
import { textOf } from '../../../src/source/range.ts';
import { parseHclTemplate } from '../../../src/terraform/hcl/parser.ts';
import { errorsOf, expressionShape, shapeOf } from './shape.ts';

function table(cases: Readonly<Record<string, string>>): void {
  for (const [text, shape] of Object.entries(cases)) {
    it(JSON.stringify(text), () => assert.equal(expressionShape(text), shape));
  }
}

/** A bare template; errors come as `line:column message`. */
function bare(text: string): string {
  const { template, diagnostics } = parseHclTemplate(new SourceFile('x.tftpl', text));
  return template === undefined ? errorsOf(diagnostics).join('\n') : shapeOf(template);
}

describe('quoted strings', () => {
  table({
    '""': '(template "")',
    '"a\\n\\r\\t\\"\\\\\\u00e9\\U0001F600"': '(template "a\\n\\r\\t\\"\\\\é😀")',
    '"$ % $a 50% {x} $$"': '(template "$ % $a 50% {x} $$")',
    '"$${x} %%{y}"': '(template "${x} %{y}")',
    '"$$${x} $$$${y}"': '(template "$${x} $$${y}")',
    '"e\u0301"': '(template "é")',
    '"${x}"': '(template ${x})',
    '"a${b}c${d}"': '(template "a" ${b} "c" ${d})',
    '"${m["}"]}"': '(template ${([] m (template "}"))})',
    '"${{ a = "}}" }.a}"': '(template ${(. {(template "a")=(template "}}")} a)})',
    '"${"a${"b"}"}"': '(template ${(template "a" ${(template "b")})})',
    '"${\n  x\n}"': '(template ${x})',
    '"\\$"':
      '1:2 "\\$" is no escape sequence. There are \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN; write a backslash as "\\\\".',
    '"\\ud83d\\ude00"':
      '1:2 "\\u" is no escape sequence. There are \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN; write a backslash as "\\\\".',
    '"a\nb"':
      '1:1 A quoted string ends on the line where it begins: close it with a quote, or use a heredoc for several lines.',
    '"a': '1:1 This string has no closing quote.',
    '"${x"': '1:1 This string has no closing quote.',
    '"${}"': '1:4 An expression is expected here.',
  });
});

describe('template directives', () => {
  table({
    '"%{ if a }b%{ else }c%{ endif }"': '(template (if a "b" else "c"))',
    '"%{if a}%{for k, v in b}${v}%{endfor}%{endif}"': '(template (if a (for k,v in b: ${v}) else))',
    '"%{ elsif a }"': '1:5 "elsif" is no template directive; there are if, else, endif, for and endfor.',
    '"%{ if a }b"': '1:2 This directive has no %{ endif } before the end of its template.',
    '"%{ endif }"': '1:2 There is no open directive here that "endif" could belong to.',
    '"%{ for a in b }%{ endif }"': '1:17 There is no open directive here that "endif" could belong to.',
    '"%{ if a }%{ else }%{ else }%{ endif }"':
      '1:20 There is no open directive here that "else" could belong to.',
  });
});

describe('strip markers', () => {
  table({
    // In a quoted string all white space up to the sequence goes, newlines too.
    '"a\\n\\n  ${~ b ~}  \\n c"': '(template "a" ${b} "c")',
    '"a ${~ b} c"': '(template "a" ${b} " c")',
    '"%{ for x in y ~} ${x} %{~ endfor }"': '(template (for x in y: "" ${x} ""))',
    // An emptied text keeps the template from being its one value.
    '" ${~ x}"': '(template "" ${x})',
    '"${~ x ~}"': '(template ${x})',
    '"${a ~} ${~ b}"': '(template ${a} "" ${b})',
  });
  it('in lines they take no more than the newline, and no more than the indentation', () => {
    assert.equal(bare('a\n   ${~ "b" ~}\n   c\n'), '(template "a\\n" ${(template "b")} "   c\\n")');
  });
});

describe('heredocs', () => {
  table({
    '<<EOT\nline1\n  line2\nEOT\n': '(template "line1\\n  line2\\n")',
    '<<EOT\nEOT\n': '(template "")',
    '<<EOT\nno \\n escapes "quoted" $${x} %%{y}\nEOT\n':
      '(template "no \\\\n escapes \\"quoted\\" ${x} %{y}\\n")',
    '<<EOT\r\na\r\nEOT\r\n': '(template "a\\r\\n")',
    '<<EOT\n  EOT x\n   EOT\n': '(template "  EOT x\\n")',
    '[<<E-T\na\nE-T\n, 1]': '[(template "a\\n") 1]',
    '<<EOT\n${f(<<X\ny\nX\n)}\nEOT\n': '(template ${(f (template "y\\n"))} "\\n")',
    '<<EOT \nx\nEOT\n':
      '1:1 A heredoc begins with "<<" or "<<-", a name without quotes, and the end of the line right after it.',
    '<<"EOT"\nx\nEOT\n':
      '1:1 A heredoc begins with "<<" or "<<-", a name without quotes, and the end of the line right after it.',
    '<<EOT\nx\nEOT':
      '1:1 This heredoc has no end: "EOT" must stand alone on a line after it, and end with that line.',
  });
});

describe('flush heredocs', () => {
  // Confirmed with `terraform console` of Terraform 1.11.4.
  table({
    '<<-EOT\n    line1\n      line2\n    line3\n    EOT\n': '(template "line1\\n  line2\\nline3\\n")',
    '<<-EOT\n    a\n\n  b\n  EOT\n': '(template "  a\\n\\nb\\n")',
    '<<-EOT\n\t\ttab\n\t  mix\n\tEOT\n': '(template "tab\\n mix\\n")',
    '<<-EOT\n${x}\n    b\n  EOT\n': '(template ${x} "\\n    b\\n")',
    '<<-EOT\n    ${"x"} y\n  ${"z"}\n  EOT\n':
      '(template "  " ${(template "x")} " y\\n" ${(template "z")} "\\n")',
    '<<-EOT\n    %{ for x in xs ~}\n    item ${x}\n    %{ endfor ~}\n    done\n  EOT\n':
      '(template "" (for x in xs: "    item " ${x} "\\n") "    done\\n")',
  });
});

describe('bare templates', () => {
  it('a backslash is text, and sequences are as in strings', () => {
    assert.equal(
      bare('a\\n"${upper("\\t")}" %{ if x }y%{ endif }\n'),
      '(template "a\\\\n\\"" ${(upper (template "\\t"))} "\\" " (if x "y" else) "\\n")',
    );
  });
  it('one sequence alone is its value', () => assert.equal(bare('${x}'), '(template ${x})'));
  it('an error has its place in the file', () => {
    assert.equal(bare('a\nb ${x y}\n'), '2:7 A "}" is expected here, to close the template interpolation.');
  });
  it('a stretch of a file keeps the places of the file', () => {
    const file = new SourceFile('x.json', '{"a": "b${c}d"}');
    const { template } = parseHclTemplate(file, 7, 13);
    assert.deepEqual(
      template?.parts.map(part => textOf(part.range)),
      ['b', '${c}', 'd'],
    );
  });
});
