import type { Subject } from '../estate/fact.ts';
import type { Server } from '../estate/model.ts';
import type { SourceRange } from '../source/range.ts';
import { knownText } from '../value/read.ts';
import type { Resource } from '../value/resource.ts';

/** The servers that a subject is, belongs to or consists of. */
export const serversOf = (subject: Subject): readonly Server[] =>
  subject.kind === 'dag' ? subject.dag.members : [subject.server];

/** The resources that declare the subject and its servers. */
export function resourcesOf(subject: Subject): readonly Resource[] {
  const resources = serversOf(subject).map(server => server.resource);
  return [...new Set(subject.kind === 'disk' ? [subject.disk.resource, ...resources] : resources)];
}

export function addressOf(subject: Subject): string {
  switch (subject.kind) {
    case 'disk':
      return subject.disk.address;
    case 'dag':
      return subject.dag.address;
    case 'server':
    case 'network':
      return subject.server.address;
  }
}

/** What people call the subject: as much of its name as is known, else its address. */
export function nameOf(subject: Subject): string {
  const named =
    subject.kind === 'disk' ? subject.disk : subject.kind === 'dag' ? subject.dag : subject.server;
  return named.name.sensitive === true ? addressOf(subject) : (knownText(named.name) ?? addressOf(subject));
}

/** The remark that every finding on a server carries which was recognised by nothing but its name. */
export function recognitionNote(server: Server): string | undefined {
  if (server.certain) return undefined;
  const signs = server.recognisedBy.map(({ text }) => text).join(', ');
  return `${nameOf({ kind: 'server', server })} is taken for an Exchange server by its ${signs} alone`;
}

/** The header of its resource: where to point when nothing better is known. */
export function headerOf(subject: Subject): SourceRange {
  if (subject.kind === 'disk') return subject.disk.resource.range;
  if (subject.kind !== 'dag') return subject.server.resource.range;
  return subject.dag.members[0]?.resource.range ?? subject.dag.membersSeparated.origin.range;
}
