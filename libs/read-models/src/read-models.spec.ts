import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, newId } from '@app/kernel';
import type { RecordedEvent } from '@app/event-store';
import type { Projection } from '@app/projections';
import { recorded, rowsOf } from '@app/projections/testing/given-events.js';
import { ticketDecider } from '@app/tickets/domain/ticket.decider.js';
import { FindingEntity } from './findings-inbox/findings-inbox.entity.js';
import { projections } from './projections.js';
import { TechnicianDayEntity } from './technician-day/technician-day.entity.js';
import { changed, registered } from './testing/customers.js';
import { changedFile, joined, left } from './testing/employees.js';
import { anyWishes, history } from './testing/histories.js';
import { ReadSide } from './testing/read-side.js';
import { TicketBoardEntity } from './ticket-board/ticket-board.entity.js';
import { TicketDetailEntity } from './ticket-detail/ticket-detail.entity.js';

let readSide: ReadSide;

beforeAll(async () => {
  readSide = await ReadSide.start();
});

afterAll(() => readSide.stop());

const entities = {
  'ticket-board': TicketBoardEntity,
  'ticket-detail': TicketDetailEntity,
  'technician-day': TechnicianDayEntity,
  'findings-inbox': FindingEntity,
};

const ofTickets = projections.filter(({ name }) => name in entities);

test('every read model of tickets is the fold of the log, whatever became of the tickets', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(anyWishes, { minLength: 1, maxLength: 3 }), async (stories) => {
      const before = await readSide.store.head();
      await Promise.all(
        stories.map(async (puts) => {
          const ticket = newId();
          for (const event of history(ticket, puts)) await readSide.happened(ticket, event);
        }),
      );
      const head = await readSide.store.head();
      const { events } = await readSide.store.readAll({ after: before, limit: 1_000 });
      for (const event of events) seen.add(event.type);
      for (const projection of ofTickets) {
        await readSide.projections.waitFor(projection.name, head, 5_000);
        expect(await stored(projection, events)).toEqual(rowsOf(projection, events));
      }
    }),
    { numRuns: 15 },
  );
  // Otherwise the histories would have got nowhere, and the property would have said nothing.
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'VisitRescheduled',
      'WorkSuspended',
      'RepairCompleted',
      'FindingRecorded',
      'TicketReopened',
    ]),
  );
}, 60_000);

test('the board and the detail say of a ticket what its own state says', () => {
  fc.assert(
    fc.property(anyWishes, (puts) => {
      const past = history('T', puts);
      const state = fold(ticketDecider, past);
      if (state.status === 'none') throw new Error('the ticket was opened');
      const events = recorded('ticket-T', past);
      const [board, detail] = ['ticket-board', 'ticket-detail'].map((name) =>
        rowsOf(
          projections.find((one) => one.name === name)!,
          events,
        ).get('T'),
      );
      const deadlines = state.deadlines;
      const open = state.findings
        .filter(({ status }) => status === 'open')
        .map(({ finding }) => finding);
      expect(board).toMatchObject({
        status: state.status,
        openFindings: open,
        responseDue: deadlines.response?.due ?? null,
        restorationDue: deadlines.restoration?.due ?? null,
        visits: state.visits.map(({ visit, technician, window }) => ({
          visit,
          technician,
          window,
        })),
        version: past.length,
      });
      expect((board as TicketBoardEntity).restoredAt !== null).toBe(state.restored);
      expect((detail as TicketDetailEntity).detail).toMatchObject({
        status: state.status,
        findings: state.findings.map(({ finding, status }) => ({ finding, status })),
        visits: state.visits.map(({ visit, status, suspension }) => ({
          visit,
          progress: status === 'working' && suspension ? 'suspended' : status,
        })),
      });
      const held = (detail as TicketDetailEntity).detail.custody.filter(
        ({ returned }) => !returned,
      );
      expect(held.map(({ product }) => product)).toEqual(
        state.custody.map(({ product }) => product),
      );
    }),
    { numRuns: 150 },
  );
});

test('a row that an event begins is made of that event alone, whatever stood there', () => {
  const log = [
    ...recorded('customer-C', [
      registered('C'),
      changed('C', { site: 'S', address: '人民路 1 号' }),
    ]),
    ...recorded('employee-E', [joined('E', {}), changedFile('E', { supervisor: true }), left('E')]),
    ...fc
      .sample(anyWishes, 60)
      .flatMap((puts, i) => recorded(`ticket-T${i}`, history(`T${i}`, puts))),
  ];
  const begun = new Set<string>();
  for (const projection of projections) {
    const { begins = [], handles } = projection;
    expect(Object.keys(handles)).toEqual(expect.arrayContaining([...begins]));
    const after = rowsOf(projection, log);
    for (const event of log.filter(({ type }) => begins.includes(type))) {
      for (const key of projection.keysOf(event)) {
        const row = projection.evolve(undefined, event, key);
        expect(row).toBeDefined();
        expect(projection.evolve(after.get(key), event, key)).toEqual(row);
      }
      begun.add(`${projection.name} ${event.type}`);
    }
  }
  expect([...begun].sort()).toEqual(
    projections.flatMap(({ name, begins = [] }) => begins.map((type) => `${name} ${type}`)).sort(),
  );
});

/** The stored rows of the tickets that the events are of. */
async function stored(
  projection: Projection,
  events: readonly RecordedEvent[],
): Promise<Map<string, object>> {
  const entity = entities[projection.name as keyof typeof entities];
  const tickets = [...new Set(events.map(({ stream }) => stream.slice('ticket-'.length)))];
  const rows = await readSide.dataSource
    .getRepository<Record<string, unknown>>(entity)
    .createQueryBuilder('t')
    .where('t.ticket = ANY(:tickets)', { tickets })
    .getMany();
  return new Map(rows.map((row) => [String(row[projection.key]), { ...row }]));
}
