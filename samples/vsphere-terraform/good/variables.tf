variable "vsphere_server" {
  type    = string
  default = "vcenter.contoso.com"
}

variable "hosts" {
  type    = list(string)
  default = ["esx01.contoso.com", "esx02.contoso.com", "esx03.contoso.com"]
}

variable "server_count" {
  type    = number
  default = 3
}

variable "memory_gb" {
  description = "Memory of each mailbox server; all of it is reserved."
  type        = number
  default     = 128
}

variable "exchange_disks" {
  type = list(object({
    label   = string
    size_gb = number
  }))
  default = [
    { label = "database-01", size_gb = 2048 },
    { label = "database-02", size_gb = 2048 },
    { label = "log", size_gb = 400 },
  ]
}
