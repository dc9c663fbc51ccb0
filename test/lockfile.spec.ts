import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';

interface Locked {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(
  await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'),
) as {
  packages: Readonly<Record<string, Locked>>;
};
const paths = Object.keys(lock.packages);

// npm leaves out what the machine at hand could not install; `npm ci` then refuses everywhere.
test('the lock file holds the packages of every platform, not only of the one that wrote it', () => {
  const wanted = Object.values(lock.packages).flatMap((each) =>
    Object.keys(each.optionalDependencies ?? {}),
  );
  const missing = wanted.filter((name) => !paths.some((path) => path.endsWith(`/${name}`)));
  expect(missing).toEqual([]);
});

test('the lock file names no place to download from', () => {
  expect(paths.filter((path) => lock.packages[path]?.resolved !== undefined)).toEqual([]);
});
