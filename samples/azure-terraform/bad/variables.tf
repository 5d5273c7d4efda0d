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
    lun     = number
    size_gb = number
  }))
  default = {
    database = { lun = 0, size_gb = 2048 }
    logs     = { lun = 1, size_gb = 512 }
  }
}

variable "admin_password" {
  type      = string
  sensitive = true
}
