server_names = ["mbx01", "mbx02"]

data_disks = {
  database-01 = { lun = 0, size_gb = 2048 }
  database-02 = { lun = 1, size_gb = 2048 }
  logs        = { lun = 2, size_gb = 512 }
}
