import { createHash } from 'node:crypto';

/**
 * `uniqueString`: a MurmurHash3-like mix of two 32-bit lanes over the UTF-8 text, as 13 base-32 characters.
 * The vectors of the Bicep tests are in this file's tests.
 */
export function uniqueText(parts: readonly string[]): string {
  const hash = twoLaneHash(new TextEncoder().encode(parts.join('-')));
  let text = '';
  let rest = hash;
  for (let index = 0; index < 13; index++) {
    text += ALPHABET.charAt(Number(rest >> 59n));
    rest = BigInt.asUintN(64, rest << 5n);
  }
  return text;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const C1 = 0x239b961b;
const C2 = 0xab0e9789;

const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

function twoLaneHash(bytes: Uint8Array): bigint {
  let [h1, h2] = [0, 0];
  const whole = bytes.length - (bytes.length % 8);
  for (let offset = 0; offset < whole; offset += 8) {
    h1 ^= Math.imul(rotate(Math.imul(laneAt(bytes, offset, 4), C1), 15), C2);
    h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotate(Math.imul(laneAt(bytes, offset + 4, 4), C2), 17), C1);
    h2 = (Math.imul((rotate(h2, 13) + h1) | 0, 5) + 0x0bcaa747) | 0;
  }
  const tail = bytes.length - whole;
  if (tail > 4) h2 ^= Math.imul(rotate(Math.imul(laneAt(bytes, whole + 4, tail - 4), C2), 17), C1);
  if (tail > 0) h1 ^= Math.imul(rotate(Math.imul(laneAt(bytes, whole, Math.min(4, tail)), C1), 15), C2);
  h1 ^= bytes.length;
  h2 ^= bytes.length;
  h1 = (h1 + h2) | 0;
  h2 = (h2 + h1) | 0;
  h1 = finish(h1);
  h2 = finish(h2);
  h1 = (h1 + h2) | 0;
  h2 = (h2 + h1) | 0;
  return (BigInt(h2 >>> 0) << 32n) | BigInt(h1 >>> 0);
}

/** Up to four bytes, little-endian. */
function laneAt(bytes: Uint8Array, offset: number, count: number): number {
  let lane = 0;
  for (let index = count - 1; index >= 0; index--) lane = (lane << 8) | (bytes[offset + index] ?? 0);
  return lane;
}

function finish(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** The namespace of the template function `guid`. */
const GUID_NAMESPACE = '11fb06fb712d4ddd98c7e71bbd588830';

/** `guid`: a name-based UUID of version 5 (RFC 9562) over the parts. */
export function nameBasedGuid(parts: readonly string[]): string {
  const hash = createHash('sha1').update(GUID_NAMESPACE, 'hex').update(parts.join('-'), 'utf8').digest();
  const bytes = hash.subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
