variable "resource_group_name" {
  type    = string
  default = "rg-exchange"
}

variable "location" {
  type    = string
  default = "westeurope"
}

variable "custom_location_id" {
  type    = string
  default = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/vmm/providers/Microsoft.ExtendedLocation/customLocations/vmm01"
}

variable "exchange_disks" {
  type = list(object({
    name    = string
    size_gb = number
  }))
  default = [
    { name = "db01", size_gb = 2048 },
    { name = "db02", size_gb = 2048 },
    { name = "log01", size_gb = 256 },
    { name = "queue", size_gb = 128 },
  ]
}
