variable "user" {
  type    = string
  default = "CONTOSO\\svc-terraform"
}

variable "password" {
  type      = string
  sensitive = true
  default   = null
}

variable "memory_gb" {
  description = "Static memory of each server."
  type        = number
  default     = 128
}

variable "image" {
  description = "The prepared Windows Server image that the OS disks are copied from."
  type        = string
  default     = "\\\\deploy01\\images\\windows-server-2025-core.vhdx"
}

variable "exchange_disks" {
  description = "Data disks, in the order of their places on the SCSI controller, with the volume of the host for each."
  type = list(object({
    name    = string
    volume  = string
    size_gb = number
  }))
  default = [
    { name = "db01", volume = "E:", size_gb = 2048 },
    { name = "db02", volume = "F:", size_gb = 2048 },
    { name = "log01", volume = "G:", size_gb = 256 },
    { name = "queue", volume = "G:", size_gb = 128 },
  ]
}
