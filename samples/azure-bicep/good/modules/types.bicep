@export()
type dataDisk = {
  name: string
  lun: int
  sizeGB: int
  sku: string
}
