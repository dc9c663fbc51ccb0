import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { ReadSide } from '@app/projections/src/testing/read-side.js';
import type { TicketEvent } from '../../contract.js';
import {
  arrived,
  cancelled,
  found,
  opened,
  repaired,
  resolved,
  scheduled,
} from '../../testing/past.js';
import { breached, clockPaused, clocksSet } from '../../testing/clocks.past.js';
import { at, event } from '../../testing/ticket.builders.js';
import { ticketBoardModel } from './ticket-board.read-model.js';
import { boardSelection } from './board-selection.js';
import type { BoardFilter } from './ticket-board.dto.js';
import { TicketBoardHandler, TicketBoardQuery } from './ticket-board.query.js';

let readSide: ReadSide;
let board: TicketBoardHandler;
let last: bigint;

/** The tickets of the day, the later letter opened later. */
const tickets: Record<string, TicketEvent[]> = {
  A: [
    opened({ ticket: 'A', name: '孙丽', fault: '空调不制冷', customer: 'K1' }, '08:00'),
    ...clocksSet,
    scheduled(),
    arrived('09:30'),
    clockPaused(clocksSet[1]!, at('11:00'), at('11:30')),
  ],
  B: [
    opened(
      { ticket: 'B', name: '欧阳锋', fault: '冰箱门封条老化漏冷气', phone: '139-1234-5678' },
      '08:10',
    ),
    ...clocksSet,
  ],
  C: [
    opened({ ticket: 'C', name: '王五', fault: '洗衣机漏水' }, '08:20'),
    ...clocksSet,
    scheduled({ technician: 'wang-fang' }),
    arrived(),
    repaired(),
    resolved(),
  ],
  D: [opened({ ticket: 'D', name: '赵六', fault: '门禁打不开' }, '08:30'), cancelled()],
  E: [
    opened({ ticket: 'E', name: 'O\'Neil "刚" 🙂', fault: 'HDMI 无信号' }, '08:40'),
    scheduled(),
    found(1, 'V6', 'file-not-reviewed'),
  ],
};

/** Who has left; all others work here. */
const left = new Set<string>();
const staff = new StatedContexts((stream) => {
  if (stream.startsWith('merge-')) return { merged: [] };
  const employee = stream.replace('employee-', '');
  return { status: left.has(employee) ? 'left' : 'active', employee };
});

beforeAll(async () => {
  readSide = await ReadSide.start(ticketBoardModel);
  board = new TicketBoardHandler(readSide.asOf, readSide.dataSource, staff);
  for (const [ticket, events] of Object.entries(tickets))
    last = await readSide.happened(ticket, ...events);
});

afterAll(() => readSide.stop());

const page = (filter: BoardFilter, now = '09:45') =>
  board.execute(new TicketBoardQuery(filter, at(now), last));

async function ticketsOf(filter: BoardFilter, now?: string): Promise<string> {
  return (await page(filter, now)).items.map(({ ticket }) => ticket).join('');
}

describe('the board', () => {
  test('shows all tickets, the newest first, and where it is read from', async () => {
    const { items, next, position } = await page({});
    expect(items.map(({ ticket }) => ticket).join('')).toBe('EDCBA');
    expect([next, position]).toEqual([null, String(last)]);
    expect(items.at(-1)).toMatchObject({
      customer: 'K1',
      responseDue: at('10:00'),
      arrivedAt: at('09:30'),
    });
  });

  test('names tickets of several states', async () => {
    expect(await ticketsOf({ status: ['open'] })).toBe('EBA');
    expect(await ticketsOf({ status: ['resolved', 'cancelled'] })).toBe('DC');
  });

  test('names the tickets of a technician and of a customer', async () => {
    expect(await ticketsOf({ technician: 'li-wei' })).toBe('EA');
    expect(await ticketsOf({ technician: 'wang-fang', status: ['open'] })).toBe('');
    expect(await ticketsOf({ customer: 'K1' })).toBe('A');
  });

  test('names what somebody is to come for who has left', async () => {
    expect(await ticketsOf({ awaitsLeaver: true })).toBe('');
    left.add('li-wei').add('wang-fang');
    const waiting = await page({ awaitsLeaver: true });
    // At A he arrived before he left, and C is resolved.
    expect(waiting.items).toMatchObject([{ ticket: 'E', leavers: ['li-wei'] }]);
    expect(await ticketsOf({ awaitsLeaver: false })).toBe('DCBA');
    expect((await page({})).items.map(({ leavers }) => leavers)).toEqual([
      ['li-wei'],
      [],
      [],
      [],
      [],
    ]);
    left.clear();
    expect(await ticketsOf({ awaitsLeaver: true })).toBe('');
    left.add('zhao-jun');
    expect(await ticketsOf({ awaitsLeaver: true })).toBe('');
    const added = event('TechnicianAdded', { visit: 1, technician: 'zhao-jun' }, '08:50');
    last = await readSide.happened('E', added);
    expect((await page({ awaitsLeaver: true })).items).toMatchObject([
      { ticket: 'E', leavers: ['zhao-jun'] },
    ]);
    left.clear();
  });

  test('names what is overdue at the moment of asking, and by which clock [B2]', async () => {
    expect(await ticketsOf({ overdue: true }, '09:45')).toBe('');
    const late = await page({ overdue: true }, '10:30');
    expect(late.items).toMatchObject([{ ticket: 'B', overdue: ['response'] }]);
    // The clock of A stood still from 11:00 until the agreed 11:30.
    expect(await ticketsOf({ overdue: true }, '12:20')).toBe('B');
    const later = await page({ overdue: true }, '13:00');
    expect(later.items).toMatchObject([
      { ticket: 'B', overdue: ['response', 'restoration'] },
      { ticket: 'A', overdue: ['restoration'] },
    ]);
    expect(await ticketsOf({ overdue: false }, '13:00')).toBe('EDC');
  });

  test('names what is at risk at the moment of asking, and what was not met [B2]', async () => {
    expect(await ticketsOf({ atRisk: true }, '09:29')).toBe('');
    expect(await ticketsOf({ atRisk: true }, '09:30')).toBe('B');
    // The clock of A stands still for half an hour, so that the warning comes later.
    expect(await ticketsOf({ atRisk: true }, '11:29')).toBe('B');
    expect(await ticketsOf({ atRisk: true }, '11:30')).toBe('BA');
    expect(await ticketsOf({ atRisk: false }, '11:30')).toBe('EDC');
    expect(await ticketsOf({ breached: true })).toBe('');
    last = await readSide.happened('B', breached(clocksSet[0]!));
    expect(await ticketsOf({ breached: true })).toBe('B');
    expect(await ticketsOf({ breached: false })).toBe('EDCA');
  });

  test('comes by the next deadline, those without one last', async () => {
    expect(await ticketsOf({ sort: 'due' })).toBe('BACDE');
  });

  test.each<[BoardFilter['sort'], string]>([
    ['newest', 'EDCBA'],
    ['due', 'BACDE'],
  ])('comes in pages by %s, each ticket once', async (sort, all) => {
    let seen = '';
    for (let after: string | undefined, pages = 0; pages < 3; pages++) {
      const { items, next } = await page({ sort, limit: 2, ...(after !== undefined && { after }) });
      seen += items.map(({ ticket }) => ticket).join('');
      after = next ?? undefined;
    }
    expect(seen).toBe(all);
  });

  test('refuses a cursor that is not its own', async () => {
    const { next } = await page({ sort: 'due', limit: 2 });
    await expect(page({ sort: 'newest', after: next! })).rejects.toMatchObject({
      status: 400,
      code: 'bad-cursor',
    });
    await expect(page({ after: 'rubbish' })).rejects.toMatchObject({ code: 'bad-cursor' });
  });

  test('waits for the position that was asked for', async () => {
    const position = await readSide.happened(
      'F',
      opened({ ticket: 'F', fault: '电视花屏' }, '07:00'),
    );
    const { items } = await board.execute(
      new TicketBoardQuery({ q: '花屏' }, at('09:45'), position),
    );
    expect(items).toMatchObject([{ ticket: 'F' }]);
    await expect(
      board.execute(new TicketBoardQuery({}, at('09:45'), position + 1_000n)),
    ).rejects.toMatchObject({
      ...{ status: 400, code: 'position-ahead' },
      details: { errors: [{ pointer: '/minPosition', in: 'query' }] },
    });
  });
});

describe('the search', () => {
  test.each([
    ['two characters', '门封', 'B'],
    ['a phrase', '门封条老化', 'B'],
    ['one character, wherever it stands', '门', 'DB'],
    ['the last character of a text', '冷', 'BA'],
    ['a name', '欧阳', 'B'],
    ['a name with quotes', "O'Neil", 'E'],
    ['Latin letters of any case', 'hdmi', 'E'],
    ['the beginning of a word', 'hd', 'E'],
    ['a ticket id', 'c', 'C'],
    ['all of a phone number', '13912345678', 'B'],
    ['the end of a phone number', '5678', 'B'],
    ['several words at once', '冰箱 欧阳', 'B'],
    ['words of different tickets, which are in none', '冰箱 孙丽', ''],
    ['characters that stand in another order', '封门', ''],
    ['nothing but signs', '%_\'"', ''],
    ['signs of the query language', "门封' | '空调", ''],
  ])('finds %s: %s', async (_, q, tickets) => {
    expect(await ticketsOf({ q, status: ['open', 'resolved', 'cancelled'] })).toBe(tickets);
  });

  test('reads the index also for a word of two characters', async () => {
    const { dataSource } = readSide;
    await dataSource.query(`
      INSERT INTO read_model.ticket_board
      SELECT r.* FROM read_model.ticket_board t, generate_series(1, 5000) i,
        LATERAL jsonb_populate_record(t, jsonb_build_object('ticket', 'X' || i, 'search', '''工单'':1')) r
      WHERE t.ticket = 'D'`);
    await dataSource.query('ANALYZE read_model.ticket_board');
    const [sql, parameters] = boardSelection(
      dataSource,
      { q: '门封' },
      { now: at('09:45'), words: readSide.asOf.words, customers: [] },
    )
      .limit(51)
      .getQueryAndParameters();
    const plan = await dataSource.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${sql}`, parameters);
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('ticket_board_search');
    await dataSource.query(`DELETE FROM read_model.ticket_board WHERE ticket ~ '^X'`);
  });
});
