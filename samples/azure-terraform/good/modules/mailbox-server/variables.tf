variable "name" { type = string }
variable "resource_group_name" { type = string }
variable "location" { type = string }
variable "zone" { type = string }
variable "size" { type = string }
variable "subnet_id" { type = string }
variable "ip_address" { type = string }

variable "data_disks" {
  type = map(object({
    lun     = number
    size_gb = number
    sku     = string
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
