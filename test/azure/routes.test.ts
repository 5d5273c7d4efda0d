import assert from 'node:assert/strict';
import { AddressSet } from '../../src/azure/prefixes.ts';
import { type RouteTable, type Routing, routing } from '../../src/azure/routes.ts';
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

/** Where each address goes, with what else it may do: `internet`, `appliance r0`, `? why`. */
function hops({ legs, alternatives }: Routing, ...addresses: string[]): string[] {
  const shown = (hop: Routing['alternatives'][number]): string =>
    hop.kind === 'unknown'
      ? `? ${hop.reasons.map(({ text }) => text).join('; ')}`
      : 'route' in hop
        ? `${hop.kind} ${hop.route.name}`
        : hop.kind;
  const others = alternatives.map(hop => ` or ${shown(hop)}`).join('');
  return addresses.map(address => {
    const [own, ...rest] = legs.filter(leg => leg.addresses.contains(AddressSet.from(address)));
    assert.ok(own !== undefined && rest.length === 0, address);
    return shown(own.hop) + others;
  });
}

describe('where routes send traffic', () => {
  it("is Azure's own choice without a route", () => {
    assert.deepEqual(hops(routing(undefined), '8.8.8.8', '10.0.0.4'), ['system', 'system']);
    assert.deepEqual(hops(routing(table(['10.0.0.0/8', 'VirtualAppliance'])), '8.8.8.8', '10.0.0.4'), [
      'system',
      'appliance r0',
    ]);
  });

  it('is what the default route says', () => {
    for (const [nextHop, expected] of [
      ['None', 'dropped r0'],
      ['VnetLocal', 'dropped r0'],
      ['Internet', 'internet r0'],
      ['VirtualAppliance', 'appliance r0'],
      ['VirtualNetworkGateway', 'gateway r0'],
    ] as const) {
      const routes = routing(table(['0.0.0.0/0', nextHop]));
      assert.deepEqual(hops(routes, '8.8.8.8'), [expected]);
      assert.ok(routes.hasDefaultRoute);
    }
  });

  it('follows the longest prefix, in whatever order the routes are written', () => {
    const routes = [
      ['0.0.0.0/0', 'None'],
      ['203.0.113.0/24', 'Internet'],
      ['203.0.0.0/16', 'VirtualAppliance'],
    ] as const;
    for (const order of [routes, [...routes].reverse()]) {
      const kinds = hops(routing(table(...order)), '8.8.8.8', '203.0.113.9', '203.0.5.1');
      assert.deepEqual(
        kinds.map(text => text.split(' ')[0]),
        ['dropped', 'internet', 'appliance'],
      );
    }
  });

  it('is in doubt when a prefix or a next hop is unknown', () => {
    assert.deepEqual(hops(routing(table(['0.0.0.0/0', unset])), '8.8.8.8'), ['? var.hop has no value']);
    assert.deepEqual(hops(routing(table([unset, 'None'])), '8.8.8.8'), ['system or ? var.hop has no value']);
  });

  it('is not touched by routes for the addresses of Microsoft services', () => {
    assert.deepEqual(hops(routing(table(['Storage', 'None'])), '8.8.8.8'), ['system']);
  });
});
