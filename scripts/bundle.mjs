/**
 * Bundles exvet into `dist/`, which is committed: pre-commit hooks and actions take the repository at a tag as it
 * is, without an install. The same sources give the same bytes.
 *
 *   node scripts/bundle.mjs           writes dist/
 *   node scripts/bundle.mjs --check   fails when dist/ is not what the sources give
 */
import { createHash } from 'node:crypto';
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
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DIST = join(ROOT, 'dist');
const HCL2JSON = join(ROOT, 'node_modules/@cdktf/hcl2json');

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

/**
 * What most runs do not need, and what therefore loads when something of it is first used: start-up is most
 * of a pre-commit run. Node's own modules stand here when they take more than a millisecond to load.
 */
const LATE = [
  'node:child_process',
  'node:crypto',
  'node:os',
  'node:zlib',
  '@marcbachmann/cel-js',
  'minimatch',
  'yaml',
];

/**
 * Puts a module of getters, each of which is a `require`, in the place of what our sources import of these.
 * What the sources use of them at their top level is not late.
 */
const lateModules = {
  name: 'late-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /./ }, ({ path, importer, kind, resolveDir }) =>
      kind === 'import-statement' && LATE.includes(path) && importer.startsWith(join(ROOT, 'src') + sep)
        ? { path, namespace: 'late', pluginData: { resolveDir } }
        : undefined,
    );
    onLoad({ filter: /./, namespace: 'late' }, async ({ path, pluginData: { resolveDir } }) => {
      const names = Object.keys(await import(path)).filter(name => /^[a-z_]\w*$/i.test(name));
      const getters = names.map(name => `get ${name}() { return require('${path}').${name}; },`);
      return { contents: `module.exports = {\n${getters.join('\n')}\n};`, loader: 'js', resolveDir };
    });
  },
};

/**
 * Takes Node's modules as `require` would give them: to import `node:fs` into an ES module also loads the
 * streams behind its getters, which takes 2 ms.
 */
const builtinsWithoutImport = {
  name: 'builtins-without-import',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'builtin' }));
    onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
  },
};

/** hcl2json looks for its WebAssembly beside its own package; in the bundle it lies beside the bundle. */
const wasmBesideTheBundle = {
  name: 'wasm-beside-the-bundle',
  setup({ onLoad }) {
    onLoad({ filter: /@cdktf[/\\]hcl2json[/\\]lib[/\\]bridge\.js$/ }, ({ path }) => {
      const own = '(0, path_1.join)(__dirname, "..", "main.wasm.gz")';
      const text = readFileSync(path, 'utf8');
      if (!text.includes(own)) throw new Error('hcl2json finds its WebAssembly in another way than before');
      const contents = text.replace(own, '(0, path_1.join)(__dirname, "hcl2json.wasm.gz")');
      return { contents: contents.replace(/\/\/# sourceMappingURL=.*/, ''), loader: 'js' };
    });
  },
};

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  metafile: true,
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  // Named by a line of hcl2json that no Node.js reaches.
  external: ['performance'],
  legalComments: 'none',
  // A fifth less to read and to hash in every run; names stay, so that a stack still tells where it was.
  minifyWhitespace: true,
};

async function bundle() {
  const program = await build({
    ...OPTIONS,
    entryPoints: ['src/cli/program.ts'],
    format: 'cjs',
    // `import()` inside of the bundle becomes `require`; a script that V8 has cached has no other.
    supported: { 'dynamic-import': false },
    plugins: [lateModules, wasmBesideTheBundle],
    // An expression whose value is a function, so that V8 need not be given a copy with something around it.
    banner: { js: '(function (require, __dirname) {\nconst module = { exports: {} };' },
    footer: { js: 'return module.exports;\n});' },
  });
  const text = Buffer.from(program.outputFiles[0].contents);
  const launcher = await build({
    ...OPTIONS,
    entryPoints: ['src/cli/launcher.ts'],
    format: 'esm',
    plugins: [builtinsWithoutImport],
    banner: { js: '#!/usr/bin/env node' },
    define: { PROGRAM_SHA256: JSON.stringify(createHash('sha256').update(text).digest('hex')) },
  });
  return new Map([
    ['exvet.mjs', Buffer.from(launcher.outputFiles[0].contents)],
    ['program.js', text],
    ['action.mjs', Buffer.from(ACTION)],
    ['hcl2json.wasm.gz', readFileSync(join(HCL2JSON, 'main.wasm.gz'))],
    ['LICENSES.txt', Buffer.from(licencesOf(Object.keys(program.metafile.inputs)))],
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
