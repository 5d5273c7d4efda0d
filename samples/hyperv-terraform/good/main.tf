# A two-member DAG of Exchange Server SE on two Hyper-V hosts, one provider configuration a host.
terraform {
  required_providers {
    hyperv = {
      source  = "taliesins/hyperv"
      version = "~> 1.2"
    }
  }
}

provider "hyperv" {
  host     = "hv01.contoso.com"
  user     = var.user
  password = var.password
}

provider "hyperv" {
  alias    = "second"
  host     = "hv02.contoso.com"
  user     = var.user
  password = var.password
}

module "mbx01" {
  source = "./modules/mailbox-server"

  name      = "mbx01"
  memory_gb = var.memory_gb
  image     = var.image
  disks     = var.exchange_disks
}

module "mbx02" {
  source    = "./modules/mailbox-server"
  providers = { hyperv = hyperv.second }

  name      = "mbx02"
  memory_gb = var.memory_gb
  image     = var.image
  disks     = var.exchange_disks
}
