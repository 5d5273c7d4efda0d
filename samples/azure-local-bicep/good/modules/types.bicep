@export()
@description('A mailbox server: its name, the zone of the cluster, and its address.')
type mailboxServer = {
  name: string
  zone: string
  address: string
}
