@export()
type dataDisk = {
  name: string
  lun: int
  sizeGB: int
  sku: string
  caching: string
  maxShares: int
  sourceId: string?
}
