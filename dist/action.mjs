import { runAction } from './exvet.mjs';

const status = await runAction({
  stdout: text => process.stdout.write(text),
  stderr: text => process.stderr.write(text),
  cwd: process.cwd(),
  env: process.env,
  isTty: false,
  columns: undefined,
  now: new Date(),
  readStdin: () => '',
});
// Not before everything is written: the runner reads from pipes.
process.stdout.write('', () => process.exit(status));
