@export()
type dataDisk = {
  name: string
  sizeGB: int
  sku: string
}
