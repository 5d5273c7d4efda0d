import type { Subject } from '../estate/fact.ts';
import type { Server } from '../estate/model.ts';
import type { SourceRange } from '../source/range.ts';
import { knownText } from '../value/read.ts';
import type { Resource } from '../value/resource.ts';
import type { Value } from '../value/value.ts';

/** The servers that a subject is, belongs to or consists of. */
export function serversOf(subject: Subject): readonly Server[] {
  switch (subject.kind) {
    case 'dag':
      return subject.dag.members;
    case 'host':
    case 'cluster':
      return subject.host.servers;
    case 'replication':
      return [subject.replication.server];
    case 'server':
    case 'disk':
    case 'network':
      return [subject.server];
  }
}

/** The resources that declare the subject and its servers. */
export function resourcesOf(subject: Subject): readonly Resource[] {
  const resources = serversOf(subject).map(server => server.resource);
  const own =
    subject.kind === 'disk'
      ? [subject.disk.resource]
      : subject.kind === 'replication'
        ? [subject.replication.resource]
        : [];
  return [...new Set([...own, ...resources])];
}

/** What carries the subject's name and address. */
function namedBy(subject: Subject): { readonly address: string; readonly name: Value } {
  switch (subject.kind) {
    case 'disk':
      return subject.disk;
    case 'dag':
      return subject.dag;
    case 'host':
    case 'cluster':
      return subject.host;
    case 'replication':
      return { address: subject.replication.address, name: subject.replication.server.name };
    case 'server':
    case 'network':
      return subject.server;
  }
}

export const addressOf = (subject: Subject): string => namedBy(subject).address;

/** What people call the subject: as much of its name as is known, else its address. */
export function nameOf(subject: Subject): string {
  const { name, address } = namedBy(subject);
  const shown = name.sensitive === true ? address : (knownText(name) ?? address);
  const isFailover =
    (subject.kind === 'server' || subject.kind === 'network') && subject.server.platform === 'asr';
  return isFailover ? `${shown} (after a failover)` : shown;
}

/** The remark that every finding on a server carries which was recognised by nothing but its name. */
export function recognitionNote(server: Server): string | undefined {
  if (server.certain) return undefined;
  const signs = server.recognisedBy.map(({ text }) => text).join(', ');
  return `${nameOf({ kind: 'server', server })} is taken for an Exchange server by its ${signs} alone`;
}

/** The header of its resource: where to point when nothing better is known. */
export function headerOf(subject: Subject): SourceRange {
  switch (subject.kind) {
    case 'disk':
      return subject.disk.resource.range;
    case 'dag':
      return subject.dag.members[0]?.resource.range ?? subject.dag.membersSeparated.origin.range;
    case 'host':
    case 'cluster':
      return subject.host.range;
    case 'replication':
      return subject.replication.resource.range;
    case 'server':
    case 'network':
      return subject.server.resource.range;
  }
}
