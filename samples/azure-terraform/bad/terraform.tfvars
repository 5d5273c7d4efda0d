# Saves money in the test subscription.
disk_sku = "StandardSSD_LRS"
