import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..');

/** A compiler quick enough to be run many times: it copies, and notes each time that it does. */
const COMPILER = `
import { appendFileSync, cpSync, existsSync, readdirSync, renameSync } from 'node:fs';
appendFileSync('compiled', '.');
for (const folder of ['apps', 'libs', 'test']) cpSync(folder, 'dist/' + folder, { recursive: true });
for (const file of readdirSync('dist', { recursive: true }))
  if (file.endsWith('.ts')) renameSync('dist/' + file, 'dist/' + file.replace('.ts', '.js'));
if (existsSync('broken')) process.exit(2);
`;

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'build-'));
  for (const folder of ['apps', 'libs', 'test']) await mkdir(join(project, folder));
  for (const file of ['build.mjs', 'nest-cli.json', 'tsconfig.build.json', 'tsconfig.json'])
    await copyFile(join(ROOT, file), join(project, file));
  await write('package.json', '{ "type": "module", "scripts": { "compile": "node compiler.js" } }');
  await write('package-lock.json', '{}');
  await write('compiler.js', COMPILER);
  await write('apps/main.ts', '1');
  await write('libs/part.ts', '2');
  await write('libs/part.spec.ts', '3');
});
afterEach(() => rm(project, { recursive: true }));

const write = (file: string, content: string) => writeFile(join(project, file), content);

function build() {
  const { status, stderr } = spawnSync(process.execPath, ['build.mjs'], { cwd: project });
  return [status, stderr.toString()];
}

const compiled = async () => (await readFile(join(project, 'compiled'), 'utf8')).length;

const BUILT = [0, 'building…\n'];
const UNCHANGED = [0, ''];

describe('a build', () => {
  test('is left out where nothing has changed, and said where it is made', async () => {
    expect(build()).toEqual(BUILT);
    expect(build()).toEqual(UNCHANGED);
    expect(await compiled()).toBe(1);
  });

  test.each([
    ['a source', () => write('libs/part.ts', '4')],
    ['a source, whose time went back', () => changedWithAnOldTime('apps/main.ts')],
    ['a new source', () => write('test/more.ts', '5')],
    ['a source that is gone', () => rm(join(project, 'libs/part.ts'))],
    ['the packages', () => write('package-lock.json', '{ "packages": {} }')],
    ['what was built', () => rm(join(project, 'dist/apps/main.js'))],
    ['all of it', () => rm(join(project, 'dist'), { recursive: true })],
  ])('is made anew after a change of %s', async (_, change) => {
    build();
    await change();
    expect(build()[1]).toBe('building…\n');
    expect(await compiled()).toBe(2);
  });

  test('is not made for a spec', async () => {
    build();
    await write('libs/part.spec.ts', '6');
    expect(build()).toEqual(UNCHANGED);
  });

  test('that failed fails again, also over one that was whole', async () => {
    build();
    await write('apps/main.ts', '7');
    await write('broken', '');
    expect(build()[0]).toBe(2);
    expect(build()[0]).toBe(2);
    await write('apps/main.ts', '1');
    await rm(join(project, 'broken'));
    expect(build()).toEqual(BUILT);
  });
});

async function changedWithAnOldTime(file: string): Promise<void> {
  await write(file, '8');
  await utimes(join(project, file), 0, 0);
}
