import { deepEqual } from 'node:assert/strict';
import { comparablePath, fileStem, shareIn, volumeIn } from '../../../src/estate/mappers/windows-paths.ts';

describe('paths on a Windows host', () => {
  const cases: readonly (readonly [path: string, share: string | undefined, volume: string | undefined])[] = [
    ['D:\\VMs\\ex01.vhdx', undefined, 'D:'],
    ['d:/VMs/ex01.vhdx', undefined, 'D:'],
    ['C:\\ClusterStorage\\Volume1\\ex01.vhdx', undefined, 'C:\\ClusterStorage\\Volume1'],
    ['\\\\?\\E:\\ex01.vhdx', undefined, 'E:'],
    ['\\\\fs01\\vms\\ex01.vhdx', '\\\\fs01\\vms', undefined],
    ['//fs01/vms/ex01.vhdx', '\\\\fs01\\vms', undefined],
    ['\\\\?\\UNC\\fs01\\vms\\ex01.vhdx', '\\\\fs01\\vms', undefined],
    ['ex01.vhdx', undefined, undefined],
  ];
  for (const [path, share, volume] of cases) {
    it(path, () => deepEqual([shareIn(path), volumeIn(path)], [share, volume]));
  }

  it('are compared without regard to case, slashes and prefixes', () => {
    deepEqual(['D:\\VMs\\Ex01.VHDX', 'd:/vms//ex01.vhdx', '\\\\?\\D:\\vms\\ex01.vhdx'].map(comparablePath), [
      'd:\\vms\\ex01.vhdx',
      'd:\\vms\\ex01.vhdx',
      'd:\\vms\\ex01.vhdx',
    ]);
    deepEqual(comparablePath('//FS01/vms/x.vhdx'), comparablePath('\\\\?\\UNC\\fs01\\vms\\x.vhdx'));
  });

  it('name their file', () => {
    deepEqual(['D:\\VMs\\ex01-db.vhdx', '//fs01/vms/ex01.os.vhdx', 'plain'].map(fileStem), [
      'ex01-db',
      'ex01.os',
      'plain',
    ]);
  });
});
