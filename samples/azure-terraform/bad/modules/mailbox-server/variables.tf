variable "name" { type = string }
variable "resource_group_name" { type = string }
variable "location" { type = string }
variable "availability_set_id" { type = string }
variable "size" { type = string }
variable "subnet_id" { type = string }

variable "data_disks" {
  type = map(object({
    lun        = number
    size_gb    = number
    sku        = string
    caching    = string
    max_shares = number
    source_id  = optional(string)
  }))
}

variable "admin_password" {
  type      = string
  sensitive = true
}

variable "tags" {
  type    = map(string)
  default = {}
}
