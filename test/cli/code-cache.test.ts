import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodeCache } from '../../src/cli/code-cache.ts';

describe('the cache of compiled code', () => {
  const PROGRAM = 'ab'.repeat(32);
  const CODE = Buffer.from('code that V8 made');
  let home = '';
  const folder = () => join(home, 'cache', 'exvet');
  const cacheOf = (program: string) => CodeCache.of(program, { XDG_CACHE_HOME: join(home, 'cache') });
  const onlyFile = () => {
    const [name = '', ...others] = readdirSync(folder());
    assert.deepEqual(others, []);
    return join(folder(), name);
  };

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'exvet-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  it('gives back what was written, and keeps it from others', () => {
    cacheOf(PROGRAM)?.write(CODE);
    assert.deepEqual(cacheOf(PROGRAM)?.read(), CODE);
    assert.equal(statSync(folder()).mode & 0o777, 0o700);
    assert.equal(statSync(onlyFile()).mode & 0o777, 0o600);
  });

  it('has nothing before something is written, and nothing for another program', () => {
    assert.equal(cacheOf(PROGRAM)?.read(), undefined);
    cacheOf(PROGRAM)?.write(CODE);
    assert.equal(cacheOf('cd'.repeat(32))?.read(), undefined);
  });

  it('lies below XDG_CACHE_HOME or else ~/.cache, and nowhere without a home', function () {
    if (process.platform === 'win32') this.skip();
    CodeCache.of(PROGRAM, { HOME: home, XDG_CACHE_HOME: 'relative' })?.write(CODE);
    assert.deepEqual(readdirSync(join(home, '.cache')), ['exvet']);
    assert.equal(CodeCache.of(PROGRAM, {}), undefined);
  });

  it('is switched off with EXVET_NO_CACHE', () => {
    assert.equal(CodeCache.of(PROGRAM, { HOME: home, EXVET_NO_CACHE: '1' }), undefined);
  });

  for (const [name, damage] of [
    ['emptied', () => Buffer.alloc(0)],
    ['cut off', (content: Buffer) => content.subarray(0, content.length - 1)],
    ['cut in half', (content: Buffer) => content.subarray(0, content.length / 2)],
    ['filled with zeros', (content: Buffer) => Buffer.alloc(content.length)],
    ['garbage', () => Buffer.from('garbage')],
    ['changed in one byte of the code', (content: Buffer) => changedAt(content, 32)],
    ['changed in its last byte', (content: Buffer) => changedAt(content, content.length - 1)],
    ['of another program under this name', (content: Buffer) => changedAt(content, 0)],
  ] as const) {
    it(`takes a file that is ${name} as none`, () => {
      cacheOf(PROGRAM)?.write(CODE);
      const file = onlyFile();
      writeFileSync(file, damage(readFileSync(file)));
      assert.equal(cacheOf(PROGRAM)?.read(), undefined);
    });
  }

  it('does not trust a folder that others can write', function () {
    if (process.platform === 'win32') this.skip();
    cacheOf(PROGRAM)?.write(CODE);
    chmodSync(folder(), 0o770);
    assert.equal(cacheOf(PROGRAM)?.read(), undefined);
    rmSync(onlyFile());
    cacheOf(PROGRAM)?.write(CODE);
    assert.deepEqual(readdirSync(folder()), []);
  });

  it('does without where the folder cannot be made', () => {
    writeFileSync(join(home, 'cache'), 'a file');
    cacheOf(PROGRAM)?.write(CODE);
    assert.equal(cacheOf(PROGRAM)?.read(), undefined);
  });

  it('removes what was not written again for a month, and leaves other files alone', () => {
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    for (const name of ['code-old', 'notes']) {
      writeFileSync(join(folder(), name), '');
      utimesSync(join(folder(), name), 0, 0);
    }
    writeFileSync(join(folder(), 'code-new'), '');
    const other = 'cd'.repeat(32);
    cacheOf(other)?.write(CODE);
    const left = readdirSync(folder()).map(name => (name.startsWith('code-cdcd') ? 'written' : name));
    assert.deepEqual(left.sort(), ['code-new', 'notes', 'written']);
  });
});

function changedAt(content: Buffer, index: number): Buffer {
  const changed = Buffer.from(content);
  changed[index] = (changed[index] ?? 0) ^ 255;
  return changed;
}
