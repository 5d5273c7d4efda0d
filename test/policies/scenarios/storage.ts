import { bool, number, text } from '../../support/estate.ts';
import { NOT_TOLD, one, type Scenarios, withDisk } from './scenario.ts';

/** The policies of policies/storage.yaml. */
export const STORAGE: Scenarios = {
  'EXSTO-07': {
    violates: platform => withDisk(platform, { presentation: text('file') }),
    undecided: platform => withDisk(platform, { presentation: NOT_TOLD }),
  },
  'EXSTO-08': {
    violates: platform => withDisk(platform, { backing: text('nas') }),
    undecided: platform => withDisk(platform, { backing: NOT_TOLD }),
  },
  'EXSTO-23': {
    violates: platform => withDisk(platform, { sku: text('StandardSSD_LRS'), tier: text('standard') }),
    undecided: platform => withDisk(platform, { sku: NOT_TOLD, tier: NOT_TOLD }),
  },
  'EXSTO-41': {
    violates: platform =>
      one(platform, { size: text('Standard_E16_v5'), premiumStorageCapable: bool(false) }),
    undecided: platform => one(platform, { size: NOT_TOLD, premiumStorageCapable: NOT_TOLD }),
  },
  'EXSTO-46': {
    violates: platform => withDisk(platform, { backing: text('nas'), netAppFiles: bool(true) }),
    undecided: platform => withDisk(platform, { netAppFiles: NOT_TOLD }),
  },
  'EXSTO-48': {
    violates: platform => withDisk(platform, { provisioning: text('thin') }),
    undecided: platform => withDisk(platform, { provisioning: NOT_TOLD }),
  },
  'EXSTO-49': {
    violates: platform => withDisk(platform, { controller: text('lsilogic'), controllerNumber: number(0) }),
    undecided: platform => withDisk(platform, { controller: NOT_TOLD, controllerNumber: number(0) }),
  },
  'EXSTO-50': {
    violates: platform => withDisk(platform, { mode: text('independent_nonpersistent') }),
    undecided: platform => withDisk(platform, { mode: NOT_TOLD }),
  },
  'EXSTO-53': {
    violates: platform => withDisk(platform, { deduplicated: bool(true) }),
    undecided: platform => withDisk(platform, { deduplicated: NOT_TOLD }),
  },
};
