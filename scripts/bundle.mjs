/**
 * Bundles exvet into `dist/`, which is committed: pre-commit hooks and actions take the repository at a tag as it
 * is, without an install. The same sources give the same bytes.
 *
 *   node scripts/bundle.mjs           writes dist/
 *   node scripts/bundle.mjs --check   fails when dist/ is not what the sources give
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');
const HCL2JSON = join(ROOT, 'node_modules/@cdktf/hcl2json');

/** Runs the command line when it is the program, and serves `action.mjs` when it is imported. */
const ENTRY = `
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runFromProcess } from './src/cli/run.ts';
export { runAction } from './src/cli/action.ts';
const program = process.argv[1];
if (program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url)) await runFromProcess();
`;

const ACTION = `import { runAction } from './exvet.mjs';

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
`;

/** Packages in CommonJS form ask for Node's modules with \`require\`. */
const BANNER = `#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
const __bundleUrl = import.meta.url;
`;

/** hcl2json looks for its WebAssembly beside its own package; in the bundle it lies beside the bundle. */
const wasmBesideTheBundle = {
  name: 'wasm-beside-the-bundle',
  setup({ onLoad }) {
    onLoad({ filter: /@cdktf[/\\]hcl2json[/\\]lib[/\\]bridge\.js$/ }, ({ path }) => {
      const own = '(0, path_1.join)(__dirname, "..", "main.wasm.gz")';
      const text = readFileSync(path, 'utf8');
      if (!text.includes(own)) throw new Error('hcl2json finds its WebAssembly in another way than before');
      const contents = text.replace(own, 'new URL("./hcl2json.wasm.gz", __bundleUrl)');
      return { contents: contents.replace(/\/\/# sourceMappingURL=.*/, ''), loader: 'js' };
    });
  },
};

async function bundle() {
  const { outputFiles, metafile } = await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, sourcefile: 'exvet.ts', loader: 'ts' },
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: BANNER.trimEnd() },
    // Named by a line of hcl2json that no Node.js reaches.
    external: ['performance'],
    legalComments: 'none',
    plugins: [wasmBesideTheBundle],
  });
  return new Map([
    ['exvet.mjs', Buffer.from(outputFiles[0].contents)],
    ['action.mjs', Buffer.from(ACTION)],
    ['hcl2json.wasm.gz', readFileSync(join(HCL2JSON, 'main.wasm.gz'))],
    ['LICENSES.txt', Buffer.from(licencesOf(Object.keys(metafile.inputs)))],
  ]);
}

/** The licences of every package that went into the bundle. */
function licencesOf(inputs) {
  const folders = new Set(
    inputs.map(path => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean),
  );
  return [...folders]
    .sort((a, b) => (a < b ? -1 : 1))
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(ROOT, folder)).find(entry => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  const text = file === undefined ? '' : `\n${readFileSync(join(ROOT, folder, file), 'utf8').trim()}\n`;
  return `${name} ${version} (${license})\nhttps://www.npmjs.com/package/${name}\n${text}`;
}

const EXECUTABLE = 'exvet.mjs';
const files = await bundle();

if (process.argv.includes('--check')) {
  const stale = [...files].filter(([name, bytes]) => !isSame(join(DIST, name), bytes)).map(([name]) => name);
  const extra = existsSync(DIST) ? readdirSync(DIST).filter(name => !files.has(name)) : [];
  if (stale.length > 0 || extra.length > 0) {
    console.error(
      `dist/ is not what the sources give (${[...stale, ...extra].join(', ')}): run npm run bundle.`,
    );
    process.exit(1);
  }
} else {
  rmSync(DIST, { recursive: true, force: true });
  mkdirSync(DIST);
  for (const [name, bytes] of files) {
    writeFileSync(join(DIST, name), bytes);
    console.log(`dist/${name} ${Math.ceil(bytes.length / 1024)} KiB`);
  }
  chmodSync(join(DIST, EXECUTABLE), 0o755);
}

function isSame(path, bytes) {
  if (!existsSync(path) || !readFileSync(path).equals(bytes)) return false;
  return !path.endsWith(EXECUTABLE) || process.platform === 'win32' || (statSync(path).mode & 0o111) !== 0;
}
