/** What the bundle holds: the command line and the GitHub Action. */
export { runAction } from './action.ts';
export { rehearse } from './rehearsal.ts';
export { runFromProcess } from './run.ts';
