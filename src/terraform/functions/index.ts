export type { FunctionCall, FunctionFiles } from './call.ts';
