/**
 * `npm run build`, which is also the first half of every command that runs from `dist`: builds the
 * project, unless `dist` was built from these very sources. It goes by what stands in the files and
 * not by their times, which a checkout or a copy sets as it likes.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['apps', 'libs', 'test'];
/** What else decides what comes of the sources; the lock file stands for the compiler. */
const BESIDE = [
  'nest-cli.json',
  'package-lock.json',
  'package.json',
  'tsconfig.build.json',
  'tsconfig.json',
];
/** Says of which sources all that stands beside it was built. */
const STAMP = join('dist', '.built-from');

function sources() {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true })
      .filter((file) => /\.ts$/.test(file) && !/\.(spec|d)\.ts$/.test(file))
      .map((file) => join(folder, file)),
  ).sort();
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of [...BESIDE, ...files]) {
    const content = readFileSync(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function isBuilt(files, from) {
  if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== from) return false;
  return files.every((file) => existsSync(join('dist', file.replace(/\.ts$/, '.js'))));
}

function build(from) {
  process.stderr.write('building…\n');
  // Gone first: a build that is cut short leaves nothing that could be taken for whole.
  rmSync(STAMP, { force: true });
  const { status } = spawnSync('npm', ['run', '--silent', 'compile'], { stdio: 'inherit' });
  if (status !== 0) return status ?? 1;
  // Of sources that changed meanwhile nobody knows what was built.
  if (fingerprint(sources()) !== from) rmSync(STAMP, { force: true });
  else {
    mkdirSync('dist', { recursive: true });
    writeFileSync(STAMP, from);
  }
  return 0;
}

const files = sources();
const from = fingerprint(files);
if (!isBuilt(files, from)) process.exitCode = build(from);
