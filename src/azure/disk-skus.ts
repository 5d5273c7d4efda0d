import type { Value } from '../value/value.ts';

/**
 * Managed disk SKUs. Source: Microsoft Learn, "Azure managed disk types", and the `DiskStorageAccountTypes`
 * of Microsoft.Compute 2026-03-02.
 */
export type DiskTier = 'premium' | 'premium-v2' | 'ultra' | 'standard';

export const DISK_SKUS: ReadonlyMap<string, DiskTier> = new Map([
  ['Premium_LRS', 'premium'],
  ['Premium_ZRS', 'premium'],
  ['PremiumV2_LRS', 'premium-v2'],
  ['UltraSSD_LRS', 'ultra'],
  ['StandardSSD_LRS', 'standard'],
  ['StandardSSD_ZRS', 'standard'],
  ['Standard_LRS', 'standard'],
]);

const BY_LOWER_CASE: ReadonlyMap<string, DiskTier> = new Map(
  [...DISK_SKUS].map(([sku, tier]) => [sku.toLowerCase(), tier]),
);

/** Azure ignores the case of a SKU. `undefined` when there is no such SKU. */
export const diskTier = (sku: string): DiskTier | undefined => BY_LOWER_CASE.get(sku.trim().toLowerCase());

/**
 * The SKU that the platform takes for a disk which comes with its VM and names none: it follows the size.
 * Source: Microsoft Learn, "Using managed disks in Azure Resource Manager templates".
 */
export const skuBySize = (premiumStorage: boolean): string =>
  premiumStorage ? 'Premium_LRS' : 'Standard_LRS';

/**
 * The tier that an unknown SKU must have all the same: all values that it is known to be among share one,
 * or its known pieces leave no other (`"Premium_${var.redundancy}"`).
 */
export function tierOfUnknownSku(sku: Value): DiskTier | undefined {
  if (sku.kind !== 'unknown') return undefined;
  const tiers = new Set<DiskTier | undefined>();
  if (sku.candidates !== undefined && sku.candidates.length > 0) {
    for (const candidate of sku.candidates) {
      tiers.add(candidate.kind === 'string' ? diskTier(candidate.value) : undefined);
    }
  } else if (sku.parts !== undefined) {
    const pattern = sku.parts.map(part => (typeof part === 'string' ? literally(part) : '.*')).join('');
    const possible = new RegExp(`^${pattern}$`, 'i');
    for (const [name, tier] of DISK_SKUS) if (possible.test(name)) tiers.add(tier);
  }
  const [tier] = tiers;
  return tiers.size === 1 ? tier : undefined;
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/**
 * An unmanaged disk is a page blob in a storage account, and as fast as the account: only `Premium_LRS`
 * accounts are Premium Storage.
 */
export const unmanagedSku = (accountTier: string, redundancy: string): string =>
  accountTier.toLowerCase() === 'premium' ? 'Premium_LRS' : `Standard_${redundancy}`;
