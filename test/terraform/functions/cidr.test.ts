import { describeRefusals, describeValues } from './expressions.ts';

describeValues('IP networks', [
  ['cidrhost("10.0.0.0/24", 4)', '10.0.0.4'],
  ['cidrhost("10.0.0.77/24", -2)', '10.0.0.254'],
  ['cidrhost("fd00:fd12:3456:7890::/72", 34)', 'fd00:fd12:3456:7890::22'],
  ['cidrnetmask("172.16.0.0/12")', '255.240.0.0'],
  ['cidrnetmask("0.0.0.0/0")', '0.0.0.0'],
  ['cidrsubnet("10.0.0.0/16", 8, 2)', '10.0.2.0/24'],
  ['cidrsubnet("10.1.2.3/16", 4, 15)', '10.1.240.0/20'],
  ['cidrsubnet("fd00:fd12:3456:7890::/56", 16, 162)', 'fd00:fd12:3456:7800:a200::/72'],
  ['cidrsubnet("10.0.0.0/8", 0, 0)', '10.0.0.0/8'],
  ['cidrsubnets("10.1.0.0/16", 4, 4, 8, 4)', ['10.1.0.0/20', '10.1.16.0/20', '10.1.32.0/24', '10.1.48.0/20']],
  ['cidrsubnets("fd00::/48", 16, 8)', ['fd00::/64', 'fd00:0:0:100::/56']],
  ['cidrhost("010.001.0.0/24", 1)', '10.1.0.1'],
]);

describeRefusals('what IP networks refuse', [
  ['cidrhost("10.0.0.0/24", 256)', /does not accommodate a host numbered 256/],
  ['cidrsubnet("10.0.0.0/24", 9, 0)', /insufficient address space/],
  ['cidrsubnet("10.0.0.0/24", 2, 4)', /does not accommodate a subnet numbered 4/],
  ['cidrnetmask("fd00::/8")', /IPv6 addresses cannot have a netmask/],
  ['cidrhost("10.0.0/24", 1)', /invalid CIDR address: 10\.0\.0\/24/],
  ['cidrsubnets("10.0.0.0/30", 1, 1, 1)', /not enough remaining address space/],
]);
