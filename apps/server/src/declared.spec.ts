import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { filesOf } from '@app/aggregates/src/testing/storage-contract.js';
import { findingEvents } from '@app/findings';
import { aggregates, contexts } from './declared.js';

/** The events of findings are everybody's. */
const isOwn = (type: string) => !Object.hasOwn(findingEvents(), type);

const once = (names: readonly string[]) => expect(names).toEqual([...new Set(names)]);

test('no two aggregates share a category, a type of event, or the operation of a command', () => {
  once(aggregates.map(({ category }) => category));
  once(aggregates.flatMap(({ types }) => Object.keys(types)).filter(isOwn));
  once(aggregates.flatMap(({ routed }) => [...routed.values()].map(({ operation }) => operation)));
});

test('the kind of a stream is what stands before its first hyphen', () => {
  expect(aggregates.filter(({ category }) => !/^[a-z]+$/.test(category))).toEqual([]);
});

test('every aggregate that is declared is listed, and its events are kept', () => {
  const inLibraries = readdirSync('libs', { recursive: true }).map(String);
  const declared = inLibraries.filter((file) => /^[^/]+\/src\/[^/]+\.aggregate\.ts$/.test(file));
  expect(declared).toHaveLength(aggregates.length);
  const modules = inLibraries.filter((file) => /^[^/]+\/src\/contract\.ts$/.test(file));
  expect(contexts).toHaveLength(modules.length);
  const kept = inLibraries.flatMap(
    (file) => /(?<!testing\/)fixtures\/([^/]+\.json)$/.exec(file)?.[1] ?? [],
  );
  expect(new Set(aggregates.flatMap(filesOf))).toEqual(new Set(kept));
});
