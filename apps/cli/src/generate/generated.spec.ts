import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { generatorsIn, staleDocuments, writeDocuments } from './generated.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'generated-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const saying = (text: string) => ({
  path: join(folder, 'reference', 'page.md'),
  render: () => Promise.resolve(text),
});

test('a document that is missing is stale, and is written with its folder', async () => {
  const page = saying('one\n');
  expect(await staleDocuments([page])).toEqual([`${page.path}: missing`]);
  expect(await writeDocuments([page])).toEqual([page.path]);
  expect(await readFile(page.path, 'utf8')).toBe('one\n');
});

test('a document that says what its generator says is left alone', async () => {
  await writeDocuments([saying('one\n')]);
  expect(await staleDocuments([saying('one\n')])).toEqual([]);
  expect(await writeDocuments([saying('one\n')])).toEqual([]);
});

test('a stale document is shown by its first line that differs', async () => {
  const page = saying('one\ntwo\n');
  await writeDocuments([page]);
  expect(await staleDocuments([saying('one\nthree\n')])).toEqual([
    `${page.path}:2\n  - two\n  + three`,
  ]);
  expect(await staleDocuments([saying('one')])).toEqual([`${page.path}:2\n  - two\n  + (end)`]);
});

test('generators are the modules of the folder that export a path and render', async () => {
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(
    join(folder, 'page.js'),
    'export const path = "p"; export const render = () => 1',
  );
  await writeFile(join(folder, 'helper.js'), 'export const path = "p";');
  await writeFile(join(folder, 'main.js'), 'throw new Error("the runner itself")');
  const found = await generatorsIn(pathToFileURL(`${folder}/`));
  expect(found.map(({ path }) => path)).toEqual(['p']);
});
