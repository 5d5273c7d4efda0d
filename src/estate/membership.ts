import { boolValue, defaultAt } from '../value/make.ts';
import { knownText } from '../value/read.ts';
import { unknown } from '../value/unknown.ts';
import type { Value } from '../value/value.ts';
import { declaredKey } from './declared-facts.ts';
import type { Dag, Server } from './model.ts';

/** The servers and DAGs of a deployment, each server knowing whether it is in a DAG. */
export interface Members {
  readonly servers: readonly Server[];
  readonly dags: readonly Dag[];
}

export function withMembership(servers: readonly Server[], dags: readonly Dag[]): Members {
  const told = new Map<Server, Server>();
  for (const server of servers) {
    const dag = dags.find(({ members }) => members.includes(server));
    told.set(server, {
      ...server,
      standAlone: standAlone(server, dag),
      ...(dag === undefined ? {} : { dagDeclared: dag.declared }),
    });
  }
  const toldOf = (server: Server): Server => told.get(server) ?? server;
  return {
    servers: servers.map(toldOf),
    dags: dags.map(dag => ({ ...dag, members: dag.members.map(toldOf) })),
  };
}

/** A single mailbox server of a deployment may be a member of a DAG whose others are deployed elsewhere. */
function standAlone({ dag, name, address, resource: { range } }: Server, group: Dag | undefined): Value {
  if (group !== undefined) return boolValue(false, group.membersSeparated.origin);
  if (dag?.kind === 'null') return boolValue(true, dag.origin);
  const origin = defaultAt(range);
  const text = `nothing tells whether ${knownText(name) ?? address} is in a DAG: state ${declaredKey('server', 'dag')} in exvet.yaml (null for none)`;
  return dag === undefined
    ? unknown({ kind: 'declaration', text, range, key: declaredKey('server', 'dag') }, origin)
    : boolValue(false, dag.origin);
}
