import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { makeDirectory } from './make-directory.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'make-directory-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a directory is made with those above it, and one that is there is left', async () => {
  const directory = join(folder, 'a', 'b');
  await Promise.all([makeDirectory(directory), makeDirectory(directory)]);
  await makeDirectory(directory);
  expect((await stat(directory)).isDirectory()).toBe(true);
});

test('a directory that cannot be made is said, and not tried for ever', async () => {
  await writeFile(join(folder, 'file'), '');
  for (const directory of [
    '/proc/nothing/database',
    join(folder, 'file'),
    join(folder, 'file', 'a'),
  ])
    await expect(makeDirectory(directory)).rejects.toThrow(
      `There is no directory ${directory}, and none can be made (`,
    );
});
