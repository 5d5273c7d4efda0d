import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { declaredFactsPage } from '../../src/estate/declared-facts-page.ts';

describe('docs/declared-facts.md', () => {
  it('lists every fact that exvet.yaml can state (node scripts/document-rules.mjs writes it)', () => {
    assert.equal(readFileSync('docs/declared-facts.md', 'utf8'), declaredFactsPage());
  });

  it('says what a key takes', () => {
    const page = declaredFactsPage();
    for (const line of [
      '| `witness` | `none`, `file-share`, `dfs-share`, `azure-storage` | What its witness is. |',
      '| `roundTrip` | a number, in ms | The longest round trip between two members. |',
      '| `clustered` | `true`, `false` | It is a node of a failover cluster. |',
      '| `iscsiAdapters` | a list of texts | The names of the adapters that carry iSCSI. |',
    ]) {
      assert.ok(page.includes(`${line}\n`), line);
    }
  });
});
