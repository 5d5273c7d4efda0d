import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readConfig } from '../../src/session/config.ts';
import { memoryTree } from '../support/memory-tree.ts';

describe('docs/configuration.md', () => {
  it('shows a file that is right', async () => {
    const page = readFileSync('docs/configuration.md', 'utf8');
    const [, example = ''] = /```yaml\n(.*?)```/s.exec(page) ?? [];
    const config = await readConfig(memoryTree({ 'exvet.yaml': example }), 'exvet.yaml');
    assert.ok('declarations' in config, JSON.stringify(config));
    assert.deepEqual(
      config.declarations.hosts.map(({ match, name }) => name?.value ?? match.value),
      [
        '**.vsphere_compute_cluster.prod',
        'provider.hyperv.host2',
        'microsoft.scvmm/clouds/messaging',
        'hv01',
      ],
    );
  });
});
