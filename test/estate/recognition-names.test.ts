import { equal } from 'node:assert/strict';
import { exchangeSignIn, hasDagWord, otherRoleIn } from '../../src/estate/recognition-names.ts';

describe('names of Exchange servers', () => {
  const names = [
    'ex01',
    'EX1',
    'ex2016-01',
    'contoso-ex19-02',
    'exchange',
    'exchange1',
    'Exchange2016',
    'exchange_servers',
    'contosoexchange01',
    'vmExchange',
    'exch01',
    'cr-exch0',
    'EXCHMBX1',
    'mbx1',
    'lab-mbx-1',
    'contoso-ex',
    'contoso-ex-srv1',
    'exedge01',
    'deployex1',
    'installexchange1',
    'Deploy-ExchangeServer-01',
    'dc1-ex01',
    '…ex01',
    'ex…-02',
    'EXCServer',
    'excsrv01',
  ];
  for (const name of names) it(`${name} is one`, () => equal(typeof exchangeSignIn(name)?.word, 'string'));

  for (const name of ['MXS01', 'MXP02A', 'CUSTMXP02A', 'mailbox1', 'ex…', 'exc01', 'labexc001']) {
    it(`${name} is one on Windows only`, () => equal(exchangeSignIn(name)?.needsWindows, true));
  }
});

describe('names that only look like Exchange servers', () => {
  const names = [
    'example',
    'example-01',
    'external',
    'exec',
    'express',
    'exporter1',
    'index1',
    'next01',
    'regex1',
    'ex4200',
    'edge01',
    'mx01',
    'mail01',
    'exchange-rate-api',
    'ExchangeServices',
    'ExchangeManagmentVM',
    'exchange-webserver',
    'exchange_rates',
    'keyexchange01',
    'key-exchange',
    'KeyExchange',
    'data-exchange',
    'crypto-exchange-01',
    'cryptoexchange01',
    'stock-exchange',
    'cloud-exchange',
    'rabbitmq-exchange',
    'message-exchange',
    'health-information-exchange',
    'exchanges',
    'heatexchanger',
    'mail-exchanger',
    'exchange-online-sync',
    'exchange-dc01',
    'exchange-fsw',
    'exchange-client01',
    'exchange-sql',
  ];
  for (const name of names) it(`${name} is none`, () => equal(exchangeSignIn(name), undefined));
});

describe('the version in a name', () => {
  const versions: readonly (readonly [string, string | undefined])[] = [
    ['ex2016-01', '2016'],
    ['ex201601', '2016'],
    ['ex-2013-01', '2013'],
    ['Exchange2019', '2019'],
    ['exchange-se-01', 'SE'],
    ['ExchangeSE', 'SE'],
    ['lab-ex19-02', '2019'],
    ['ex01', undefined],
    ['ex11', undefined],
    ['win2019-ex01', undefined],
    ['exchange2022', undefined],
    ['mbx16', undefined],
  ];
  for (const [name, version] of versions) {
    it(`${name}: ${version ?? 'none'}`, () => equal(exchangeSignIn(name)?.version, version));
  }

  it('ex16 may be the sixteenth server', () => equal(exchangeSignIn('ex16')?.versionMayBeNumber, true));
  it('ex16-01 is not', () => equal(exchangeSignIn('ex16-01')?.versionMayBeNumber, false));
});

describe('roles in a name', () => {
  const roles: readonly (readonly [string, string])[] = [
    ['mbx1', 'mailbox'],
    ['EXCHMBX1', 'mailbox'],
    ['ex-edge-01', 'edge'],
    ['ex01-edge', 'edge'],
    ['exedge01', 'edge'],
    ['excas01', 'cas'],
    ['exhub01', 'hub'],
    ['ex01', ''],
  ];
  for (const [name, expected] of roles) {
    it(`${name}: ${expected === '' ? 'none' : expected}`, () =>
      equal((exchangeSignIn(name)?.roles ?? []).join(), expected));
  }
});

describe('other roles in a name', () => {
  for (const name of ['dc01', 'lab-dc-1', 'sql2', 'client01', 'vmADFS', 'fsw']) {
    it(`${name} has one`, () => equal(typeof otherRoleIn(name), 'string'));
  }
  for (const name of ['ex01', 'mbx1', 'exchange', 'node']) {
    it(`${name} has none`, () => equal(otherRoleIn(name), undefined));
  }
});

describe('DAG words', () => {
  for (const name of ['dag', 'DAG01', 'ConfigDAGEX1', 'exchange-dag', 'configdag']) {
    it(`${name} is one`, () => equal(hasDagWord(name), true));
  }
  for (const name of ['dags', 'daggerfall', 'airflow-dags', 'ex01']) {
    it(`${name} is none`, () => equal(hasDagWord(name), false));
  }
});
