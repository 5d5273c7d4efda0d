import { stringValue } from '../../value/make.ts';
import type { UnknownValue, Value } from '../../value/value.ts';
import { CANDIDATE_VERSIONS } from '../exchange-versions.ts';
import type { Server } from '../model.ts';

/** Servers whose version nothing tells, with the versions that they may have: one value a server. */
const openVersions = new WeakMap<Server, UnknownValue>();

/** The version of a server; when nothing tells it, an unknown one of today's versions. */
export function judgedVersion(server: Server): Value {
  const version = server.exchangeVersion;
  if (version.kind !== 'unknown' || version.candidates !== undefined) return version;
  let open = openVersions.get(server);
  if (open === undefined) {
    open = { ...version, candidates: CANDIDATE_VERSIONS.map(name => stringValue(name, version.origin)) };
    openVersions.set(server, open);
  }
  return open;
}
