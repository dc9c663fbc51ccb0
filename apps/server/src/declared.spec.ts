import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { filesOf } from '@app/aggregates/src/testing/storage-contract.js';
import { aggregates, contexts } from './declared.js';

const once = (names: readonly string[]) => expect(names).toEqual([...new Set(names)]);

test('no two aggregates share a category, a type of event, or the route of a command', () => {
  once(aggregates.map(({ category }) => category));
  once(aggregates.flatMap(({ types }) => Object.keys(types)));
  once(aggregates.flatMap(({ routed }) => [...routed.keys()]));
});

test('every aggregate that is declared is listed, and its events are kept by a storage contract', () => {
  const inLibraries = readdirSync('libs', { recursive: true }).map(String);
  const declared = inLibraries.filter((file) => /^[^/]+\/src\/[^/]+\.aggregate\.ts$/.test(file));
  expect(declared).toHaveLength(aggregates.length);
  const modules = inLibraries.filter((file) => /^[^/]+\/src\/contract\.ts$/.test(file));
  expect(contexts).toHaveLength(modules.length);
  const kept = inLibraries.flatMap((file) => /fixtures\/([^/]+\.json)$/.exec(file)?.[1] ?? []);
  expect(aggregates.flatMap(filesOf).sort()).toEqual(kept.sort());
  const contracts = inLibraries.filter((file) =>
    file.endsWith('fixtures/storage-contract.spec.ts'),
  );
  expect(contracts).toHaveLength(contexts.length);
});
