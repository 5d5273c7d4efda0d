import { type DiskController, type DiskLimits, diskLimits, onlyController } from './vm-size-limits.ts';
import { M_SERIES_GIB, memoryByRatio, ordinalSizeOf, PREMIUM_WITHOUT_S } from './vm-size-tables.ts';

/**
 * What the name of an Azure VM size tells. Sources: Microsoft Learn, "Azure virtual machine sizes naming
 * conventions" and the pages of the size families, read 2026-08; the grammar was checked against 1,502
 * names of the public SKU list.
 */

/** `Standard_E32-8ads_v5`, taken apart. */
export interface SizeName {
  readonly tier: 'standard' | 'basic';
  /** The letters before the number, in lower case: `e`. */
  readonly family: string;
  readonly number: number;
  /** vCPUs that are left of a constrained size: 8. */
  readonly constrained: number | undefined;
  /** The letters behind the number: `ads`. */
  readonly features: string;
  /** Accelerator or variant: `a100`, `8`, `cc`. */
  readonly variants: readonly string[];
  /** 1 when the name has none. */
  readonly version: number;
}

export interface VmSize {
  readonly name: SizeName;
  /** Whether Premium disks can be attached. */
  readonly premiumStorage: boolean;
  readonly vcpus: number;
  /** `undefined` where the name does not tell and no table has it. */
  readonly memoryGib: number | undefined;
  /** Exchange does not run on ARM processors. */
  readonly arm64: boolean;
  /** Runs on CPU credits. */
  readonly burstable: boolean;
  /** `undefined` where no table has it. */
  readonly limits: DiskLimits | undefined;
  /** `undefined` where it has both, or no table has it. */
  readonly onlyController: DiskController | undefined;
}

const GRAMMAR =
  /^(standard|basic)_([a-z]+)(\d+)(?:-(\d+))?([a-z]*)((?:_[a-z0-9]+)*?)(?:_v(\d+))?(?:_promo)?$/;

/** `undefined` when the text is not a size name. Case does not matter, as in Azure itself. */
function parseSizeName(text: string): SizeName | undefined {
  const match = GRAMMAR.exec(text.trim().toLowerCase());
  if (match === null) return undefined;
  const [, tier, family = '', number, constrained, features = '', variants = '', version] = match;
  return {
    tier: tier === 'basic' ? 'basic' : 'standard',
    family,
    number: Number(number),
    constrained: constrained === undefined ? undefined : Number(constrained),
    features,
    variants: variants.split('_').filter(variant => variant !== ''),
    version: version === undefined ? 1 : Number(version),
  };
}

/** What a size is, or `undefined` when the text is not a size name. */
export function vmSize(text: string): VmSize | undefined {
  const name = parseSizeName(text);
  if (name === undefined) return undefined;
  const ordinal = ordinalSize(name);
  const vcpus = ordinal?.vcpus ?? name.number;
  return {
    name,
    premiumStorage: supportsPremiumStorage(name),
    vcpus: name.constrained ?? vcpus,
    // A constrained size keeps the memory of the size that it is cut from.
    memoryGib: ordinal?.gib ?? memoryGib(name),
    arm64: name.features.includes('p'),
    burstable: name.family === 'b',
    limits: diskLimits(name),
    onlyController: onlyController(name),
  };
}

/** In the first generations the number counts sizes, not vCPUs. */
function ordinalSize(name: SizeName): { readonly vcpus: number; readonly gib: number } | undefined {
  if (name.family === 'b' && name.version === 1) {
    return ordinalSizeOf('b', `${name.number}${name.features}`);
  }
  const ordinal =
    (['d', 'ds'].includes(name.family) && name.version <= 2) ||
    (['a', 'g', 'gs'].includes(name.family) && name.version === 1);
  return ordinal ? ordinalSizeOf(name.family.charAt(0), `${name.number}`) : undefined;
}

function supportsPremiumStorage(name: SizeName): boolean {
  if (name.features.includes('s') || name.family === 'ds' || name.family === 'gs') return true;
  return PREMIUM_WITHOUT_S.has(keyOf(name));
}

/** The name without tier and constraint: `m416s_8_v2`, `e64i_v3`. */
const keyOf = ({ family, number, features, variants, version }: SizeName): string =>
  [`${family}${number}${features}`, ...variants, ...(version === 1 ? [] : [`v${version}`])].join('_');

function memoryGib(name: SizeName): number | undefined {
  if (name.family === 'm') {
    // A local disk (`d`) does not change the memory.
    const plain = { ...name, features: name.version === 1 ? name.features : name.features.replace('d', '') };
    return M_SERIES_GIB.get(keyOf(plain));
  }
  return memoryByRatio(name);
}
