import { deepEqual } from 'node:assert/strict';
import { machineRoles, namesIn, otherRolesOf } from '../../src/estate/other-roles.ts';
import { machine } from './machines.ts';

describe('a domain controller', () => {
  const promoting = [
    'Install-ADDSForest -DomainName corp.example',
    'Configure-AD.ps1 -DomainName corp.example -SafeModeAdministratorPassword $p',
    'DCPROMO',
    'CreateADPDC.zip',
    'Create-AD-BDC.ps1 Install-ADDSDomainController',
    'Install-WindowsFeature AD-Domain-Services',
  ];
  for (const script of promoting) {
    it(`is told by ${script}`, () => deepEqual(namesIn(otherRolesOf(machine({ script }))), ['dc']));
  }
  for (const name of ['corp-dc01', 'DC-1', 'lab09dc01', 'testdc001', 'learn-vm-dc']) {
    it(`is told by the name ${name}`, () => deepEqual(namesIn(machineRoles(machine({ name }))), ['dc']));
  }
  for (const name of ['web01', 'wdc-web01', 'acdc', 'edc-fs01']) {
    it(`is not told by the name ${name}`, () => deepEqual(namesIn(machineRoles(machine({ name }))), []));
  }
});

describe('what an Exchange server is given', () => {
  const scripts = [
    'wait-for-domain.ps1 -DomainController dc01.corp.example',
    'setup.exe /PrepareAD /IAcceptExchangeServerLicenseTerms',
    'PREPAREADEXCHANGE19.zip',
    'Install-WindowsFeature RSAT-ADDS',
    'xWaitForADDomain',
  ];
  for (const script of scripts) {
    it(`makes it no domain controller: ${script}`, () =>
      deepEqual(namesIn(otherRolesOf(machine({ script }))), []));
  }
});
