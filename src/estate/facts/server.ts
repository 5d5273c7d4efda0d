import { boolValue, defaultAt } from '../../value/make.ts';
import type { Value } from '../../value/value.ts';
import { WINDOWS_RELEASES } from '../declared-facts.ts';
import {
  EXCHANGE_VERSIONS,
  memoryCeilingMib,
  memoryFloor,
  supportEnds,
  vcpuCeiling,
} from '../exchange-versions.ts';
import { factsOf, PLATFORMS, relation, type SubjectSchema, type Supposing } from '../fact.ts';
import { isLeftToPlatform } from '../left-to-platform.ts';
import type { Server } from '../model.ts';
import { windowsOf, windowsSupportEnds } from '../windows-releases.ts';
import { declaredRows, notStated, stated } from './declared.ts';
import { dataDiskController, dataDisksOnOneController } from './disk-controllers.ts';
import { dataDiskCount, needsAssumption, sumOverDisks } from './disk-sums.ts';
import { judgedVersion } from './judged-version.ts';
import { SERVER_STORAGE_ROWS } from './server-storage.ts';

export const SERVER_FACTS: SubjectSchema = {
  about: 'A machine that was recognised as an Exchange server.',
  facts: factsOf('server', {
    name: { type: 'string', about: 'The name of the virtual machine.', read: ({ server }) => server.name },
    address: {
      type: 'string',
      about: 'The address of its resource.',
      read: ({ server }) => stated(server.address, server.resource.range),
    },
    platform: {
      type: 'string',
      about: 'The platform that it runs on.',
      values: PLATFORMS,
      read: ({ server }) => stated(server.platform, server.resource.range),
    },
    exchangeVersion: {
      type: 'string',
      about: 'The version of Exchange. Versions compare in their order, SE last.',
      values: EXCHANGE_VERSIONS,
      read: ({ server }, supposing) => supposing(judgedVersion(server)),
    },
    roles: {
      type: 'list<string>',
      about: 'Its Exchange roles: mailbox, edge, cas, hub, um.',
      read: ({ server }) => server.roles,
      assumption: ({ server }) => rolesAssumption(server),
    },
    supportEnds: {
      type: 'string',
      unit: 'ISO date',
      about: 'The last day on which Microsoft supports its version of Exchange.',
      read: ({ server }, supposing) => supportEnds(supposing(judgedVersion(server))),
    },
    dag: {
      type: 'string',
      about: 'The name of its database availability group; absent when it is in none.',
      read: ({ server }) => server.dag,
    },
    environment: {
      type: 'string',
      about: 'The environment that a tag names, as it is written.',
      read: ({ server }) => server.environment,
    },
    vcpus: { type: 'number', about: 'Virtual processors.', read: ({ server }) => server.vcpus },
    memoryMib: {
      type: 'number',
      unit: 'MiB',
      about: 'Its memory.',
      read: ({ server }) => server.memory.sizeMib,
    },
    memoryReservationMib: {
      type: 'number',
      unit: 'MiB',
      about: 'vSphere: the memory that its host guarantees to it.',
      read: ({ server }) => server.memory.reservationMib,
    },
    memoryFullyReserved: {
      type: 'bool',
      about: 'vSphere: its host guarantees all of its memory.',
      read: ({ server }) => server.memory.fullyReserved,
    },
    memoryFloorMib: {
      type: 'number',
      unit: 'MiB',
      about: 'The least memory that Microsoft names for its version and roles.',
      read: ({ server }, supposing) => floorOf(server, supposing)?.sizeMib,
      assumption: ({ server }) => rolesAssumption(server),
    },
    memoryFloorIsMinimum: {
      type: 'bool',
      about: 'Below that memory it is unsupported; otherwise it is a recommendation.',
      read: ({ server }, supposing) => floorOf(server, supposing)?.isMinimum,
      assumption: ({ server }) => rolesAssumption(server),
    },
    memoryCeilingMib: {
      type: 'number',
      unit: 'MiB',
      about: 'The most memory that Microsoft recommends for its version.',
      read: ({ server }, supposing) => memoryCeilingMib(supposing(judgedVersion(server))),
    },
    size: { type: 'string', about: 'Azure: the VM size.', read: ({ server }) => server.size },
    premiumStorageCapable: {
      type: 'bool',
      about: 'Azure: its size can attach Premium disks.',
      read: ({ server }) => server.premiumStorageCapable,
    },
    hibernationEnabled: {
      type: 'bool',
      about: 'Azure: it may write its memory to the OS disk and resume from it.',
      read: ({ server }) => server.hibernationEnabled,
    },
    hasSnapshot: {
      type: 'bool',
      about: 'A snapshot or checkpoint of it is declared.',
      read: ({ server }) => hasSnapshot(server),
    },
    osFamily: {
      type: 'string',
      about: 'The family of its operating system.',
      values: ['windows', 'linux'],
      read: ({ server }) => server.os.family,
    },
    osRelease: {
      type: 'string',
      about: 'Its operating system as the platform writes it: an image SKU, a guest id.',
      read: ({ server }) => server.os.release,
    },
    zone: {
      type: 'string',
      about: 'Azure: its availability zone.',
      read: ({ server }) => server.placement.zone,
    },
    certain: {
      type: 'bool',
      about: 'It was recognised by more than a name.',
      read: ({ server }) => boolValue(server.certain, defaultAt(server.resource.range)),
    },
    otherRoles: {
      type: 'list<string>',
      about: 'What else runs on it: dc, witness, sql and so on.',
      read: ({ server }) => server.otherRoles,
    },
    architecture: {
      type: 'string',
      about: 'The architecture of its processors.',
      values: ['x64', 'arm64'],
      read: ({ server }) => server.architecture,
    },
    generation: {
      type: 'number',
      about: 'Hyper-V: the generation of the virtual machine.',
      read: ({ server }) => server.generation,
    },
    secureBoot: {
      type: 'bool',
      about: 'It starts with secure boot.',
      read: ({ server }) => server.secureBoot,
    },
    cpuLimited: {
      type: 'bool',
      about: 'The hypervisor caps its processors.',
      read: ({ server }) => server.cpu?.limited,
    },
    cpuControlsChanged: {
      type: 'bool',
      about: "Reserve, weight or shares of its processors differ from the platform's default.",
      read: ({ server }) => server.cpu?.controlsChanged,
    },
    cpuHotAdd: {
      type: 'bool',
      about: 'vSphere: processors can be added while it runs.',
      read: ({ server }) => server.cpu?.hotAdd,
    },
    nestedVirtualization: {
      type: 'bool',
      about: 'It can run virtual machines of its own.',
      read: ({ server }) => server.cpu?.nestedVirtualization,
    },
    numaChanged: {
      type: 'bool',
      about: "Its NUMA settings differ from the platform's default.",
      read: ({ server }) => server.cpu?.numaChanged,
    },
    burstable: {
      type: 'bool',
      about: 'Azure: a size that is slowed down when its credits are used up.',
      read: ({ server }) => server.cpu?.burstable,
    },
    memoryDynamic: {
      type: 'bool',
      about: 'The hypervisor may give it more or less memory while it runs.',
      read: ({ server }) => server.memory.dynamic,
    },
    memoryDynamicWithoutRange: {
      type: 'bool',
      about: 'Dynamic memory is switched on, though its bounds leave nothing to change.',
      read: ({ server }) => server.memory.dynamicWithoutRange,
    },
    memoryLimitMib: {
      type: 'number',
      unit: 'MiB',
      about: 'vSphere: the memory that it may not exceed; absent when there is no limit.',
      read: ({ server }) => server.memory.limitMib,
    },
    stopAction: {
      type: 'string',
      about: 'What happens to it when its host shuts down.',
      values: ['save', 'turn-off', 'shut-down'],
      read: ({ server }) =>
        server.declared.get('stopAction') ?? server.state?.stopAction ?? noStopAction(server),
    },
    checkpointType: {
      type: 'string',
      about: 'The checkpoints that it may have.',
      values: ['disabled', 'production', 'production-only', 'standard'],
      read: ({ server }) => server.state?.checkpointType,
    },
    snapshotWithMemory: {
      type: 'bool',
      about: 'A declared snapshot of it keeps its memory too.',
      read: ({ server }) => server.state?.snapshotWithMemory,
    },
    linkedClone: {
      type: 'bool',
      about: 'vSphere: its disks are deltas on those of another machine.',
      read: ({ server }) => server.state?.linkedClone,
    },
    spot: {
      type: 'bool',
      about: 'Azure: the platform may take it away.',
      read: ({ server }) => server.state?.spot,
    },
    scheduledAction: {
      type: 'string',
      about: 'Azure: what a schedule does to it.',
      values: ['hibernate', 'stop', 'none'],
      read: ({ server }) => server.state?.scheduledAction,
    },
    platformBackup: {
      type: 'bool',
      about: 'The platform backs it up as a whole, by snapshots.',
      read: ({ server }) => server.state?.platformBackup,
    },
    restartedByCluster: {
      type: 'bool',
      about: 'Its cluster starts it again on another host when one fails.',
      read: ({ server }) => server.placement.restartedByCluster,
    },
    movedByCluster: {
      type: 'bool',
      about: 'Its cluster moves it between hosts by itself.',
      read: ({ server }) => server.placement.movedByCluster,
    },
    inFailoverCluster: {
      type: 'bool',
      about: 'Its hosts are a cluster that starts it again or moves it.',
      read: ({ server }) => inFailoverCluster(server),
    },
    restartPriority: {
      type: 'string',
      about: 'vSphere: the order in which its cluster starts it again.',
      values: ['disabled', 'lowest', 'low', 'medium', 'high', 'highest'],
      read: ({ server }) => server.placement.restartPriority,
    },
    scaleSet: {
      type: 'string',
      about: 'Azure: the kind of scale set that it is an instance of; absent when it is in none.',
      values: ['uniform', 'flexible', 'autoscaled'],
      read: ({ server }) => server.placement.scaleSet,
    },
    maxDataDisks: {
      type: 'number',
      about: 'Azure: the data disks that its size can attach.',
      read: ({ server }) => server.maxDataDisks,
    },
    dataDisks: { type: 'number', about: 'Its data disks.', read: ({ server }) => dataDiskCount(server) },
    uncachedIops: {
      type: 'number',
      about: 'Azure: operations a second that its size lets through to its disks without host caching.',
      read: ({ server }) => server.uncachedIops,
    },
    uncachedThroughput: {
      type: 'number',
      unit: 'MB/s',
      about: 'Azure: what its size lets through to its disks without host caching.',
      read: ({ server }) => server.uncachedMbps,
    },
    diskIops: {
      type: 'number',
      about: 'Azure: operations a second that its data disks deliver together, bursts left out.',
      read: ({ server }) => sumOverDisks(server, 'iops'),
    },
    diskThroughput: {
      type: 'number',
      unit: 'MB/s',
      about: 'Azure: what its data disks deliver together, bursts left out.',
      read: ({ server }) => sumOverDisks(server, 'throughputMbps'),
    },
    neededIops: {
      type: 'number',
      about:
        'Azure: operations a second that its sizing asks for; what its data disks deliver when nothing states it.',
      read: ({ server }) => server.declared.get('requiredIops') ?? sumOverDisks(server, 'iops'),
      assumption: ({ server }) => needsAssumption(server, 'requiredIops'),
    },
    neededThroughput: {
      type: 'number',
      unit: 'MB/s',
      about:
        'Azure: the throughput that its sizing asks for; what its data disks deliver when nothing states it.',
      read: ({ server }) =>
        server.declared.get('requiredThroughput') ?? sumOverDisks(server, 'throughputMbps'),
      assumption: ({ server }) => needsAssumption(server, 'requiredThroughput'),
    },
    consistentRestorePoint: {
      type: 'bool',
      about: 'Azure: a restore point of it is declared that asks the guest to be consistent.',
      read: ({ server }) => server.state?.consistentRestorePoint,
    },
    madeByScaleSet: {
      type: 'bool',
      about: 'Azure: a scale set makes it, and others like it, from a profile.',
      read: ({ server }) => server.placement.madeByScaleSet,
    },
    dedicatedHost: {
      type: 'bool',
      about: 'Azure: it runs on a dedicated host.',
      read: ({ server }) => server.placement.dedicatedHost,
    },
    managedDomainOnly: {
      type: 'bool',
      about: 'Azure: a domain that Microsoft manages is the only directory that is declared or stated.',
      read: ({ server }) =>
        DIRECTORY_FACTS.some(name => server.declared.has(name))
          ? boolValue(false, defaultAt(server.resource.range))
          : server.managedDomainOnly,
    },
    elasticSan: {
      type: 'bool',
      about: 'Azure: volumes of Elastic SAN are declared with it; absent when none are.',
      read: ({ server }) => server.elasticSan,
    },
    dataDiskController: {
      type: 'string',
      about: 'The type of the controller of its data disks; of several the least suitable.',
      values: ['pvscsi', 'lsilogic', 'lsilogic-sas', 'buslogic', 'scsi', 'ide', 'sata', 'nvme'],
      read: ({ server }) => dataDiskController(server),
    },
    dataDisksOnOneController: {
      type: 'number',
      about: 'The data disks on the controller that has most of them.',
      read: ({ server }) => dataDisksOnOneController(server),
    },
    diskController: {
      type: 'string',
      about: 'Azure: the interface of its disks.',
      values: ['scsi', 'nvme'],
      read: ({ server }) => server.diskController,
    },
    windowsRelease: {
      type: 'string',
      about: 'The release of Windows that it runs; `client` is not a Windows Server.',
      values: [...WINDOWS_RELEASES, 'client'],
      read: ({ server }) => windowsOf(server).release,
    },
    windowsInstallType: {
      type: 'string',
      about: 'How Windows Server is installed.',
      values: ['desktop', 'core', 'nano'],
      read: ({ server }) => windowsOf(server).installType,
    },
    windowsEdition: {
      type: 'string',
      about: 'The edition of Windows.',
      values: ['standard', 'enterprise', 'datacenter', 'azure-edition', 'client'],
      read: ({ server }) => windowsOf(server).edition,
    },
    windowsSupportEnds: {
      type: 'string',
      unit: 'ISO date',
      about: 'The last day on which Microsoft supports its release of Windows.',
      read: ({ server }, supposing) => windowsSupportEnds(supposing(windowsOf(server).release)),
    },
    vcpuCeiling: {
      type: 'number',
      about: 'The most processors that Microsoft recommends for its version.',
      read: ({ server }, supposing) => vcpuCeiling(supposing(judgedVersion(server))),
    },
    mailboxVcpusOfSite: {
      type: 'number',
      about:
        'The processors of all mailbox servers of the deployment; only the first of them has it, so that they are judged once.',
      read: ({ server }) => server.site?.mailboxVcpus,
    },
    ...SERVER_STORAGE_ROWS,
    ...declaredRows('server', ({ server }) => server, [
      'guestOs',
      'installType',
      'otherRoles',
      'environment',
      'stopAction',
      'memoryLimit',
      'memoryReserved',
    ]),
    ...declaredRows('estate', ({ server }) => server),
  }),
  relations: {
    disks: relation('server', 'disk', 'many', 'Its disks, the OS disk included.', ({ server }) =>
      server.disks.map(disk => ({ kind: 'disk', disk, server })),
    ),
    network: relation('server', 'network', 'one', 'Its network.', ({ server }) => [
      { kind: 'network', server },
    ]),
  },
};

/** The resources of Azure Local and SCVMM have no such property: what Hyper-V then does is not told. */
const noStopAction = ({ platform, address, resource }: Server): Value | undefined =>
  platform === 'azure-local' || platform === 'scvmm'
    ? notStated('server', 'stopAction', address, resource.range)
    : undefined;

/** Azure Local always is one; of other machines it is so where the template tells it, or `exvet.yaml` has to. */
function inFailoverCluster({ platform, placement, resource }: Server): Value {
  const origin = defaultAt(resource.range);
  if (platform === 'azure-local' || placement.pool?.kind === 'cluster') return boolValue(true, origin);
  const { restartedByCluster } = placement;
  const isAsked =
    restartedByCluster?.kind === 'unknown' &&
    restartedByCluster.reasons.some(({ kind }) => kind === 'declaration');
  return restartedByCluster === undefined || (isLeftToPlatform(restartedByCluster) && !isAsked)
    ? boolValue(false, origin)
    : restartedByCluster;
}

/** A snapshot in the templates, or checkpoints that exvet.yaml states. */
function hasSnapshot({ declared, hasSnapshot }: Server): Value {
  const checkpoints = declared.get('checkpoints');
  return checkpoints?.kind === 'bool' && checkpoints.value ? checkpoints : hasSnapshot;
}

/** What exvet.yaml states of a forest of one's own. */
const DIRECTORY_FACTS = ['forestLevel', 'domainControllerOs', 'globalCatalogCores'];

const floorOf = (server: Server, supposing: Supposing) =>
  memoryFloor(supposing(judgedVersion(server)), server.roles);

const rolesAssumption = (server: Server): string | undefined =>
  server.rolesAssumed ? 'nothing tells the Exchange roles: a mailbox server is assumed' : undefined;
