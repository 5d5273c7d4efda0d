import assert from 'node:assert/strict';
import { estateText } from '../../src/report/estate-text.ts';
import { reportMarkdown } from '../../src/report/markdown.ts';
import { repeatedDiagnostics } from '../../src/report/repeated-diagnostics.ts';
import { reportText } from '../../src/report/text.ts';
import { diagnostic } from '../../src/source/diagnostic.ts';
import { SourceFile } from '../../src/source/file.ts';
import { CLEAN } from './sample-report.ts';

const message = 'azurerm_resource_group.mail is not declared in this module.';
const FILE = new SourceFile('main.tf', 'rg\n'.repeat(9));
const missing = Array.from({ length: 8 }, (_, line) =>
  diagnostic('terraform-reference', message, { file: FILE, start: 3 * line, end: 3 * line + 2 }),
);
const other = diagnostic('terraform-reference', 'var.size is not declared in this module.', 'size.tf');

describe('what is wrong in several places', () => {
  it('is one thing, where it stands first', () =>
    assert.deepEqual(
      repeatedDiagnostics([...missing, other]).map(({ first, others }) => [first.message, others.length]),
      [
        [message, 7],
        [other.message, 0],
      ],
    ));

  it('is shown once, with the next places', () => {
    const shown = reportText({ ...CLEAN, diagnostics: [...missing, other] }, { colour: false });
    assert.equal(shown.split(message).length, 2);
    assert.match(
      shown,
      /\n {4}also at main\.tf:2:1, main\.tf:3:1, main\.tf:4:1, main\.tf:5:1, main\.tf:6:1 and 2 more places\n/,
    );
  });

  it('is shown at each place when verbose', () => {
    const shown = reportText({ ...CLEAN, diagnostics: missing }, { colour: false, verbose: true });
    assert.equal(shown.split(message).length, 9);
  });

  it('is one line in Markdown and in the estate', () => {
    const markdown = reportMarkdown({ ...CLEAN, diagnostics: missing });
    assert.match(markdown, /main\.tf:1:1.*is not declared in this module\. \(and 7 more places\)/);
    const estate = estateText({ deployments: [], diagnostics: missing }, { colour: false });
    assert.match(estate, /\n {2}main\.tf: .* is not declared in this module\. \(and 7 more places\)\n/);
  });
});
