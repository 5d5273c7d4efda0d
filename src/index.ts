/**
 * exvet as a library: what the command line uses, for programs that want its answers.
 *
 * A run starts from a `SourceTree` over some file access and ends in a `Report`; nothing here prints, reads
 * a clock or touches the file system by itself.
 */
export type { Dag, Disk, Estate, Machine, Server } from './estate/model.ts';
export type { Finding, Verdict } from './policy/finding.ts';
export type { Policy } from './policy/policy.ts';
export { reportGithub } from './report/github.ts';
export { reportJson } from './report/json.ts';
export type { Report } from './report/report.ts';
export { reportSarif } from './report/sarif.ts';
export { reportText } from './report/text.ts';
export { type Config, DEFAULT_CONFIG, readConfig } from './session/config.ts';
export { buildEstates, type Estates } from './session/estates.ts';
export { type Evaluation, evaluate } from './session/evaluate.ts';
export { allPolicies } from './session/policies.ts';
export type { Request } from './session/request.ts';
export { type ScanOptions, type ScanResult, scan } from './session/scan.ts';
export type { Diagnostic } from './source/diagnostic.ts';
export { type FileFailure, type FileSystem, type FolderEntry, SourceTree } from './source/tree.ts';
export type { Deployment, Resource } from './value/resource.ts';
export type { Value } from './value/value.ts';
