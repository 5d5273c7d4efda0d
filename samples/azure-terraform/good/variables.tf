variable "environment" {
  type    = string
  default = "prod"
}

variable "location" {
  type    = string
  default = "westeurope"
}

variable "server_names" {
  description = "Computer names of the DAG members."
  type        = list(string)
}

variable "server_size" {
  description = "VM size of the mailbox servers."
  type        = string
  default     = "Standard_E16s_v5"
}

variable "data_disks" {
  description = "Data disks of each mailbox server, by purpose."
  type = map(object({
    lun     = number
    size_gb = number
    sku     = optional(string, "Premium_LRS")
  }))
}

variable "vnet_prefix" {
  type    = string
  default = "10.20.0.0/16"
}

variable "exchange_subnet_prefix" {
  type    = string
  default = "10.20.1.0/24"
}

variable "domain_controllers" {
  type    = list(string)
  default = ["10.20.0.4", "10.20.0.5"]
}

variable "admin_password" {
  type      = string
  sensitive = true
}
