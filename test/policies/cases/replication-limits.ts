import { bool, disk, number, on, text } from '../../support/estate.ts';
import { type Case, row } from './case.ts';
import { ACROSS_AZURE, churning, FROM_HYPER_V, from, sized } from './replicated.ts';

const SECURE = { secureBoot: bool(true) };

const ULTRA = disk({ tier: text('ultra') });

const V2 = disk({ tier: text('premium-v2') });

const NVME = { diskController: text('nvme') };

/** The policies of policies/replication.yaml about the limits of Site Recovery. */
export const REPLICATION_LIMIT_CASES: readonly Case[] = [
  row(
    'EXREP-32',
    'an OS disk of 4,095 GiB of generation 2',
    from(FROM_HYPER_V, { disks: [sized(4095, true)] }),
    'nothing',
  ),
  row(
    'EXREP-32',
    'an OS disk of 4,096 GiB of generation 2',
    from(FROM_HYPER_V, { disks: [sized(4096, true)] }),
    'error',
    { says: /OS disk/ },
  ),
  row(
    'EXREP-32',
    'an OS disk of 2 TiB of generation 1',
    from(FROM_HYPER_V, { disks: [sized(2048, true)], source: { generation: number(1) } }),
    'nothing',
  ),
  row(
    'EXREP-32',
    'an OS disk of 2,049 GiB of generation 1',
    from(FROM_HYPER_V, { disks: [sized(2049, true)], source: { generation: number(1) } }),
    'error',
    { says: /OS disk/ },
  ),
  row(
    'EXREP-32',
    '64 disks',
    from(FROM_HYPER_V, { disks: Array.from({ length: 64 }, () => disk()) }),
    'nothing',
  ),
  row(
    'EXREP-32',
    '65 disks',
    from(FROM_HYPER_V, { disks: Array.from({ length: 65 }, () => disk()) }),
    'error',
    { says: /65 disks/ },
  ),
  row('EXREP-32', 'a shared VHDX', from(FROM_HYPER_V, { disks: [disk({ shared: bool(true) })] }), 'error', {
    says: /shared virtual disk/,
  }),
  row(
    'EXREP-32',
    'sectors of 4 KB',
    from(FROM_HYPER_V, { disks: [disk({ sectors: text('4kn') })] }),
    'error',
    { says: /sectors of 4 KB/ },
  ),
  row(
    'EXREP-32',
    'sectors of 512 bytes',
    from(FROM_HYPER_V, { disks: [disk({ sectors: text('512e') })] }),
    'nothing',
  ),
  row(
    'EXREP-32',
    'a data disk of 4 TiB beside one of 512-byte sectors',
    from(FROM_HYPER_V, { disks: [disk({ sectors: text('512e'), sizeGib: number(32768) })] }),
    'error',
    { says: /data disk of a size/ },
  ),
  row(
    'EXREP-32',
    'a zone',
    from(FROM_HYPER_V, { after: { placement: { ...on('asr').placement, zone: text('1') } } }),
    'error',
    { says: /zone 1/ },
  ),
  row('EXREP-32', '54 MB/s', from(FROM_HYPER_V, { disks: [churning(54, 1024)] }), 'nothing'),
  row('EXREP-32', '55 MB/s', from(FROM_HYPER_V, { disks: [churning(55, 1024)] }), 'error', {
    says: /55 MB\/s/,
  }),
  row(
    'EXREP-32',
    '54 MB/s with secure boot',
    from(FROM_HYPER_V, { disks: [churning(54, 1024)], source: SECURE }),
    'warning',
    { says: /secure boot/ },
  ),
  row('EXREP-32', 'a data disk of 32,767 GiB', from(FROM_HYPER_V, { disks: [sized(32767)] }), 'nothing'),
  row('EXREP-32', 'a data disk of 32,768 GiB', from(FROM_HYPER_V, { disks: [sized(32768)] }), 'error', {
    says: /data disk of a size/,
  }),
  row('EXREP-32', 'a data disk of 1 GiB', from(FROM_HYPER_V, { disks: [sized(1)] }), 'nothing'),
  row('EXREP-32', 'a data disk of half a GiB', from(FROM_HYPER_V, { disks: [sized(0.5)] }), 'error', {
    says: /data disk of a size/,
  }),
  row('EXREP-32', 'secure boot', from(FROM_HYPER_V, { source: SECURE }), 'warning', { says: /secure boot/ }),
  row(
    'EXREP-32',
    'secure boot beside a data disk that is too large',
    from(FROM_HYPER_V, { disks: [sized(32768)], source: SECURE }),
    'error',
    { says: /data disk of a size/ },
  ),
  row(
    'EXREP-32',
    'secure boot beside data disks, an OS disk and a number of disks at their limits',
    from(FROM_HYPER_V, {
      disks: [sized(4095, true), sized(1), ...Array.from({ length: 62 }, () => sized(32767))],
      source: SECURE,
    }),
    'warning',
    { says: /secure boot/ },
  ),
  row(
    'EXREP-32',
    'an OS disk that is too large, from Azure to Azure',
    from(ACROSS_AZURE, { disks: [sized(4096, true)] }),
    'nothing',
  ),
  row('EXREP-33', 'an Ultra Disk', from(ACROSS_AZURE, { disks: [ULTRA] }), 'error', { says: /Ultra/ }),
  row('EXREP-33', 'NVMe', from(ACROSS_AZURE, { source: NVME }), 'error', { says: /NVMe/ }),
  row(
    'EXREP-33',
    'write accelerator',
    from(ACROSS_AZURE, { disks: [disk({ writeAccelerator: bool(true) })] }),
    'error',
    { says: /write accelerator/ },
  ),
  row(
    'EXREP-33',
    'a cache in another region',
    from(ACROSS_AZURE, { facts: { cacheInSourceRegion: bool(false) } }),
    'error',
    { says: /cache storage/ },
  ),
  row('EXREP-33', '100 MB/s', from(ACROSS_AZURE, { disks: [churning(100, 1024)] }), 'nothing'),
  row('EXREP-33', '101 MB/s', from(ACROSS_AZURE, { disks: [churning(101, 1024)] }), 'error', {
    says: /101 MB\/s/,
  }),
  row('EXREP-33', 'iSCSI', from(ACROSS_AZURE, { stated: { usesIscsi: bool(true) } }), 'error', {
    says: /iSCSI/,
  }),
  row('EXREP-33', 'an OS disk of 4,095 GiB', from(ACROSS_AZURE, { disks: [sized(4095, true)] }), 'nothing'),
  row('EXREP-33', 'an OS disk of 4,096 GiB', from(ACROSS_AZURE, { disks: [sized(4096, true)] }), 'error', {
    says: /larger than/,
  }),
  row('EXREP-33', 'a data disk of 32,767 GiB', from(ACROSS_AZURE, { disks: [sized(32767)] }), 'nothing'),
  row('EXREP-33', 'a data disk of 32,768 GiB', from(ACROSS_AZURE, { disks: [sized(32768)] }), 'error', {
    says: /larger than/,
  }),
  row('EXREP-33', 'a Premium SSD v2', from(ACROSS_AZURE, { disks: [V2] }), 'warning', { says: /preview/ }),
  row(
    'EXREP-33',
    'a Premium SSD v2 beside an OS disk that is too large',
    from(ACROSS_AZURE, { disks: [V2, sized(4096, true)] }),
    'error',
    { says: /larger than/ },
  ),
  row(
    'EXREP-33',
    'a Premium SSD v2 beside disks and changes at their limits',
    from(ACROSS_AZURE, {
      disks: [
        disk({
          tier: text('premium-v2'),
          sizeGib: number(1024),
          declared: new Map([['churn', number(100)]]),
        }),
        sized(4095, true),
        sized(32767),
      ],
    }),
    'warning',
    { says: /preview/ },
  ),
  row('EXREP-33', 'an Ultra Disk, from Hyper-V', from(FROM_HYPER_V, { disks: [ULTRA] }), 'nothing'),
  row(
    'EXREP-33',
    'a cache in its region',
    from(ACROSS_AZURE, { facts: { cacheInSourceRegion: bool(true) } }),
    'nothing',
  ),
  row(
    'EXREP-33',
    'a Premium SSD v2 with a cache in its region',
    from(ACROSS_AZURE, { disks: [V2], facts: { cacheInSourceRegion: bool(true) } }),
    'warning',
    { says: /preview/ },
  ),
  row(
    'EXREP-33',
    'a Premium SSD v2 without iSCSI',
    from(ACROSS_AZURE, { disks: [V2], stated: { usesIscsi: bool(false) } }),
    'warning',
    { says: /preview/ },
  ),
  row(
    'EXREP-33',
    'a Premium SSD v2 beside a data disk that is too large',
    from(ACROSS_AZURE, { disks: [V2, sized(32768)] }),
    'error',
    { says: /larger than/ },
  ),
  row(
    'EXREP-32',
    'secure boot beside a data disk of half a GiB',
    from(FROM_HYPER_V, { disks: [sized(0.5)], source: SECURE }),
    'error',
    { says: /data disk of a size/ },
  ),
];
