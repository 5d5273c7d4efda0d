import assert from 'node:assert/strict';
import { addressText, networkText, parseAddress, parseNetwork } from '../../src/value/ip-network.ts';

/** The canonical text of an address; `undefined` when it is none. */
function canonical(text: string): string | undefined {
  const address = parseAddress(text);
  return address === undefined ? undefined : addressText(address);
}

describe('IP addresses', () => {
  it('IPv4 is four decimal octets, whatever zeros they begin with', () => {
    assert.equal(canonical('10.0.0.4'), '10.0.0.4');
    assert.equal(canonical('010.001.0.0'), '10.1.0.0');
    for (const text of ['', '10.0.0', '10.0.0.256', '10.0.0.-1', '10.0.0.0.0', '0x0a.0.0.1', '10.0.0.4 ']) {
      assert.equal(parseAddress(text), undefined, text);
    }
  });

  it('IPv6 may leave out zeros once and end in an IPv4 address', () => {
    assert.equal(canonical('2001:DB8:0:0:0:0:0:1'), '2001:db8::1');
    assert.equal(canonical('::'), '::');
    assert.equal(canonical('::ffff:192.0.2.1'), '::ffff:c000:201');
    for (const text of [
      '1::2::3',
      '1:2:3:4:5:6:7',
      '1:2:3:4:5:6:7:8:9',
      '12345::',
      '::ffff:192.0.2.256',
      ':',
    ]) {
      assert.equal(parseAddress(text), undefined, text);
    }
  });

  // RFC 5952 sections 4.2.2 and 4.2.3.
  it('IPv6 is written with the first of the longest runs of zeros left out, but never a single zero', () => {
    assert.equal(canonical('2001:0:0:1:0:0:0:1'), '2001:0:0:1::1');
    assert.equal(canonical('2001:db8:0:0:1:0:0:1'), '2001:db8::1:0:0:1');
    assert.equal(canonical('2001:db8:0:1:1:1:1:1'), '2001:db8:0:1:1:1:1:1');
    assert.equal(canonical('1:0:0:0:0:0:0:0'), '1::');
  });
});

describe('IP networks', () => {
  const written = (text: string): string | undefined => {
    const network = parseNetwork(text);
    return network === undefined ? undefined : networkText(network);
  };

  it('lose the bits behind their prefix', () => {
    assert.equal(written('10.1.2.3/16'), '10.1.0.0/16');
    assert.equal(written('10.1.2.3/0'), '0.0.0.0/0');
    assert.equal(written('2001:db8::ffff/32'), '2001:db8::/32');
  });

  it('have a prefix that fits their addresses', () => {
    for (const text of ['10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/x', '::/129']) {
      assert.equal(parseNetwork(text), undefined, text);
    }
  });
});
