import { expect, test } from '@jest/globals';
import { renderDescription } from './render.js';

test('every operation of the API has an id of its own, by which clients are generated', async () => {
  const { paths } = JSON.parse(await renderDescription()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  const ids = Object.values(paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(ids.length).toBeGreaterThan(70);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
