/** Sets of traffic by protocol and destination port, exact: what is left of a range when some ports are taken. */

export type TrafficProtocol = 'tcp' | 'udp' | 'icmp' | 'other';
const PROTOCOLS: readonly TrafficProtocol[] = ['tcp', 'udp', 'icmp', 'other'];
const PORTS = 65_536;

/** From `first` to `last`, both included; each protocol has a stretch of its own. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

export class TrafficSet {
  readonly #stretches: readonly Stretch[];

  private constructor(stretches: readonly Stretch[]) {
    this.#stretches = stretches;
  }

  static readonly none = new TrafficSet([]);
  static readonly all = new TrafficSet([{ first: 0, last: PROTOCOLS.length * PORTS - 1 }]);

  /** Ports of a protocol; protocols without ports have all of them. */
  static of(protocol: TrafficProtocol, first = 0, last = PORTS - 1): TrafficSet {
    const base = PROTOCOLS.indexOf(protocol) * PORTS;
    const hasPorts = protocol === 'tcp' || protocol === 'udp';
    return new TrafficSet([
      { first: base + (hasPorts ? first : 0), last: base + (hasPorts ? last : PORTS - 1) },
    ]);
  }

  get isEmpty(): boolean {
    return this.#stretches.length === 0;
  }

  unite(other: TrafficSet): TrafficSet {
    return new TrafficSet([...this.#stretches, ...other.subtract(this).#stretches]);
  }

  intersect(other: TrafficSet): TrafficSet {
    return this.subtract(this.subtract(other));
  }

  subtract(other: TrafficSet): TrafficSet {
    let left = this.#stretches;
    for (const hole of other.#stretches) {
      left = left.flatMap(stretch => {
        if (hole.last < stretch.first || hole.first > stretch.last) return [stretch];
        return [
          { first: stretch.first, last: hole.first - 1 },
          { first: hole.last + 1, last: stretch.last },
        ].filter(({ first, last }) => first <= last);
      });
    }
    return new TrafficSet(left);
  }
}
