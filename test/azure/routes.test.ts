import assert from 'node:assert/strict';
import { AddressSet, INTERNET } from '../../src/azure/prefixes.ts';
import { internetRouting, type RouteTable } from '../../src/azure/routes.ts';
import { SourceFile } from '../../src/source/file.ts';
import { literalAt, stringValue } from '../../src/value/make.ts';
import { unknown } from '../../src/value/unknown.ts';
import type { Value } from '../../src/value/value.ts';

const range = { file: new SourceFile('main.tf', ''), start: 0, end: 0 };
const origin = literalAt(range);
const unset: Value = unknown({ kind: 'input', text: 'var.hop has no value' }, origin);
const value = (given: string | Value): Value =>
  typeof given === 'string' ? stringValue(given, origin) : given;

const table = (...routes: readonly (readonly [string | Value, string | Value])[]): RouteTable => ({
  address: 'rt',
  range,
  routes: routes.map(([prefix, nextHop], index) => ({
    name: `r${index}`,
    range,
    prefix: value(prefix),
    nextHop: value(nextHop),
  })),
  moreRoutes: [],
});

describe('where routes send mail for the Internet', () => {
  it('is the Internet without a route', () => {
    const routing = internetRouting(undefined);
    assert.ok(routing.direct.equals(INTERNET));
    assert.ok(internetRouting(table(['10.0.0.0/8', 'VirtualAppliance'])).direct.equals(INTERNET));
  });

  it('is nowhere when the default route drops it', () => {
    const routing = internetRouting(table(['0.0.0.0/0', 'None']));
    assert.ok(routing.possible.ofFamilies([4]).isEmpty);
    assert.equal(routing.drop?.name, 'r0');
    assert.ok(routing.hasDefaultRoute);
  });

  it('cannot be told behind an appliance or a gateway', () => {
    const routing = internetRouting(table(['0.0.0.0/0', 'VirtualAppliance']));
    assert.ok(routing.direct.ofFamilies([4]).isEmpty);
    assert.ok(routing.possible.equals(INTERNET));
    assert.deepEqual(
      routing.reasons.map(({ text }) => text),
      ["route 'r0' of rt sends the traffic to an appliance or firewall, whose rules decide"],
    );
    assert.equal(internetRouting(table(['0.0.0.0/0', 'VirtualNetworkGateway'])).reasons.length, 1);
  });

  it('follows the longest prefix', () => {
    const routing = internetRouting(table(['0.0.0.0/0', 'None'], ['203.0.113.0/24', 'Internet']));
    assert.deepEqual(routing.direct.ofFamilies([4]).prefixes(), ['203.0.113.0/24']);
    assert.ok(routing.possible.ofFamilies([4]).equals(AddressSet.from('203.0.113.0/24')));
  });

  it('is in doubt when a prefix or a next hop is unknown', () => {
    assert.deepEqual(
      internetRouting(table(['0.0.0.0/0', unset])).reasons.map(({ text }) => text),
      ['var.hop has no value'],
    );
    const anywhere = internetRouting(table([unset, 'None']));
    assert.ok(anywhere.direct.isEmpty && anywhere.possible.equals(INTERNET));
  });
});
