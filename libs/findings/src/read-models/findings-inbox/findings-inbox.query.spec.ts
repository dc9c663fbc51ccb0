import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Filter } from '@app/http';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import { excused, found, opened, scheduled } from '@app/tickets/src/testing/past.js';
import { past, use } from '../../testing/ladder.builders.js';
import type { FindingsInboxParams } from './findings-inbox.dto.js';
import { findingsInboxModel } from './findings-inbox.read-model.js';

let readSide: ReadSide;

beforeAll(async () => {
  readSide = await ReadSide.start(findingsInboxModel);
  await readSide.happened(
    'A',
    opened({ ticket: 'A' }),
    scheduled(),
    found(1, 'V21', 'site-not-cleaned'),
    found(2, 'V8', 'not-greeted'),
  );
  await readSide.happened(
    'B',
    opened({ ticket: 'B' }),
    found(1, 'V21', 'site-not-cleaned', { person: 'wang-fang' }),
    found(2, 'V24', 'no-copy'),
    excused(2, 'V24'),
  );
  await readSide.happenedIn('ladder-A', ...past(use()));
});

afterAll(() => readSide.stop());

const OPEN = ['ladder-A/1', 'ticket-B/1', 'ticket-A/2', 'ticket-A/1'];

const ids = async (filter: Filter<FindingsInboxParams>) =>
  (await readSide.page(findingsInboxModel, filter)).items.map(({ id }) => id);

describe('the findings inbox', () => {
  test('shows what is open, the latest first', async () => {
    expect(await ids({})).toEqual(OPEN);
  });

  test('shows what was reviewed when asked', async () => {
    expect(await ids({ status: ['excused'] })).toEqual(['ticket-B/2']);
    expect(await ids({ status: ['open', 'excused', 'upheld'] })).toHaveLength(5);
  });

  test('narrows by article, person and ticket', async () => {
    expect(await ids({ article: 'V21' })).toEqual(['ticket-B/1', 'ticket-A/1']);
    expect(await ids({ article: 'V21', person: 'wang-fang' })).toEqual(['ticket-B/1']);
    expect(await ids({ kind: 'ticket', entity: 'A' })).toEqual(['ticket-A/2', 'ticket-A/1']);
  });

  test('narrows by the kind of stream, also where ids of several kinds are the same', async () => {
    expect(await ids({ kind: 'ladder' })).toEqual(['ladder-A/1']);
    expect(await ids({ kind: 'ticket' })).toEqual(['ticket-B/1', 'ticket-A/2', 'ticket-A/1']);
    expect(await ids({ entity: 'A' })).toEqual(['ladder-A/1', 'ticket-A/2', 'ticket-A/1']);
    expect(await ids({ kind: 'employee' })).toEqual([]);
  });
});
