import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import type { ComplaintCommand } from '../../domain/complaint.commands.js';
import {
  after,
  apologise,
  assign,
  closed,
  look,
  receive,
  record,
  reopen,
} from '../../testing/complaints.js';
import type { ComplaintBoardParams } from './complaint-board.dto.js';
import { ComplaintBoardHandler, ComplaintBoardQuery } from './complaint-board.query.js';
import { complaintBoardModel } from './complaint-board.read-model.js';
import { ComplaintFiguresHandler, ComplaintFiguresQuery } from './complaint-figures.query.js';

let readSide: ReadSide;
const NOW = at('00:30', 4);
const SUPERVISOR = { id: 'chen-gang', roles: ['supervisor'] };

const unmerged = new StatedContexts(() => ({ merged: [] }));

/** The same story of another complaint. */
const of = (complaint: string, ...commands: readonly ComplaintCommand[]) =>
  after(...commands).map((event) => ({ ...event, data: { ...event.data, complaint } }));

beforeAll(async () => {
  readSide = await ReadSide.start(complaintBoardModel);
  const happened = (complaint: string, ...commands: readonly ComplaintCommand[]) =>
    readSide.happenedIn(`complaint-${complaint}`, ...(of(complaint, ...commands) as never[]));
  await happened('A', ...closed);
  await happened('B', ...closed, reopen(at('09:00', 1)));
  const late = [receive({ ticket: 'T-1' }), record([{ about: 'charge' }]), apologise()];
  await happened('C', ...late, look(at('00:01', 4)));
  await happened('D', receive({ ticket: 'T-1' }), record([{ about: 'charge' }]));
  await happened('E', receive({ anonymous: true, channel: 'letter' }), record(), assign());
});

afterAll(() => readSide.stop());

const board = async (filter: Partial<ComplaintBoardParams> = {}, reader = SUPERVISOR) => {
  const handler = new ComplaintBoardHandler(readSide.asOf, readSide.dataSource, unmerged);
  const head = await readSide.store.head();
  return handler.execute(new ComplaintBoardQuery(filter, NOW, reader, head));
};
const ids = async (filter: Partial<ComplaintBoardParams> = {}, reader = SUPERVISOR) =>
  (await board(filter, reader)).items.map(({ complaint }) => complaint).join('');

describe('[R9] the board of complaints', () => {
  test('shows the latest first, with stage, causes, age and what runs out next', async () => {
    const { items } = await board();
    expect(items.map(({ complaint }) => complaint).join('')).toBe('EDCBA');
    expect(items[4]).toMatchObject({
      ...{ stage: 'closed', ended: 'answered', causes: ['integrity'], upheld: ['integrity'] },
      ...{ employees: ['li-wei'], ageHours: 8, overdue: false, nextDue: null, name: '孙丽' },
    });
    expect(items[2]).toMatchObject({
      ...{ stage: 'acknowledged', overdue: true, missed: ['answer:1'], ageHours: 87 },
    });
    expect(items[4]).not.toHaveProperty('state');
  });

  test('shows a reopened complaint as open, and not as answered in time', async () => {
    const { items } = await board({ stage: ['recorded'] });
    const again = items.find(({ complaint }) => complaint === 'B');
    expect(again).toMatchObject({ status: 'open', round: 2, answeredAt: null, ended: null });
  });

  test.each<[string, Partial<ComplaintBoardParams>, string]>([
    ['stage', { stage: ['closed', 'investigating'] }, 'EA'],
    ['cause', { cause: 'charge' }, 'DC'],
    ['employee', { employee: 'li-wei' }, 'EBA'],
    ['ticket', { ticket: 'T-1' }, 'DC'],
    ['what has run out', { overdue: true }, 'EDCB'],
    ['what has not', { overdue: false }, 'A'],
    ['what was missed', { breached: true }, 'C'],
    ['complaints about one thing', { repeated: true }, 'DC'],
    ['a name', { q: '孙丽' }, 'BA'],
    ['the end of a phone number', { q: '0001' }, 'BA'],
  ])('finds by %s', async (_, filter, found) => {
    expect(await ids(filter)).toBe(found);
  });

  test('shows nobody what is said of themself, and who leads nobody only what they have part in', async () => {
    expect(await ids({}, { id: 'li-wei', roles: ['supervisor', 'auditor'] })).toBe('DC');
    expect(await ids({}, { id: 'he-jun', roles: ['storekeeper'] })).toBe('EA');
    expect(await ids({}, { id: 'wang-fang', roles: ['technician'] })).toBe('');
  });

  test('comes in pages', async () => {
    const first = await board({ limit: 2 });
    const rest = await board({ limit: 9, after: first.next! });
    expect([...first.items, ...rest.items].map(({ complaint }) => complaint).join('')).toBe(
      'EDCBA',
    );
    const other = Buffer.from('["x"]').toString('base64url');
    await expect(board({ after: other })).rejects.toMatchObject({ code: 'bad-cursor' });
  });
});

test('[R9] figures of the days on which complaints were received: how many, how fast, about what', async () => {
  const handler = new ComplaintFiguresHandler(readSide.asOf, readSide.dataSource);
  const head = await readSide.store.head();
  const figures = (from: string, until: string) =>
    handler.execute(new ComplaintFiguresQuery(from, until, head));
  expect(await figures('2026-03-02', '2026-03-02')).toMatchObject({
    ...{ received: 5, answeredInTime: 1, open: 4, breached: 1, reopened: 1 },
    ...{ upheld: 1, anonymous: 1, unanswered: 0, rating: null },
    causes: [
      { of: 'integrity', count: 3, upheld: 1 },
      { of: 'charge', count: 2, upheld: 0 },
    ],
  });
  expect(await figures('2026-03-03', '2026-03-09')).toMatchObject({ received: 0, causes: [] });
});
