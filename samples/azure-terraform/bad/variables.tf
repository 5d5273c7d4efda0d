variable "location" {
  type    = string
  default = "westeurope"
}

variable "server_size" {
  type    = string
  default = "Standard_E8_v5"
}

variable "disk_sku" {
  description = "SKU of the data disks that do not ask for one of their own."
  type        = string
  default     = "Premium_LRS"
}

variable "data_disks" {
  type = map(object({
    lun        = number
    size_gb    = number
    sku        = optional(string)
    caching    = optional(string)
    max_shares = optional(number)
    source_id  = optional(string)
  }))
  default = {
    database = { lun = 0, size_gb = 2048, caching = "ReadWrite" }
    logs     = { lun = 1, size_gb = 512, sku = "PremiumV2_LRS" }

    # Restored, and attached to both members at once.
    archive = {
      lun        = 2
      size_gb    = 1024
      sku        = "Premium_LRS"
      max_shares = 2
      source_id  = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-archive/providers/Microsoft.Compute/snapshots/archive-2024"
    }
  }
}

variable "admin_password" {
  type      = string
  sensitive = true
}
