/**
 * What a pre-commit hook pays: a cold run of exvet on one root module against the start of Node itself, in
 * turns in the same run, so that both see the same machine.
 *
 *     node build/bench/cold-start.js [PATH] [RUNS]
 */
import { runOnce, text, timing } from './measure.ts';

const [path = 'samples/azure-terraform/good', runs = '31'] = process.argv.slice(2);
const subjects = {
  'node -e 0': ['node', '-e', '0'],
  'exvet --version': ['node', 'dist/exvet.mjs', '--version'],
  [`exvet scan ${path}`]: ['node', 'dist/exvet.mjs', 'scan', path],
  'the same without kept code': ['env', 'EXVET_NO_CACHE=1', 'node', 'dist/exvet.mjs', 'scan', path],
};
// The first run keeps the compiled code for the others.
runOnce(subjects['exvet --version'], process.cwd());

const samples = new Map(Object.keys(subjects).map(name => [name, { ms: [] as number[], peakMb: 0 }]));
for (let run = 0; run < Number(runs); run++) {
  for (const [name, command] of Object.entries(subjects)) {
    const { ms, peakMb } = runOnce(command, process.cwd());
    const sample = samples.get(name);
    sample?.ms.push(ms);
    if (sample !== undefined) sample.peakMb = Math.max(sample.peakMb, peakMb);
  }
}

const base = timing(samples.get('node -e 0')?.ms ?? []);
for (const [name, { ms, peakMb }] of samples) {
  const result = timing(ms);
  const ratio = `${(result.min / base.min).toFixed(2)}x by minimum, ${(result.median / base.median).toFixed(2)}x by median`;
  console.log(`${name.padEnd(44)} ${text(result)}, peak ${peakMb.toFixed(0)} MB, ${ratio}`);
}
