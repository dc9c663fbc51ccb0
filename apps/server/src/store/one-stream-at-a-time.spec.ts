import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { accountOf, verify } from '@app/audit';
import { newId } from '@app/kernel';
import { OutcomeUnknown, type StreamWrite } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { SingleStreamStore } from '@app/event-store/src/testing/single-stream-store.js';
import { working } from '@app/tickets/src/testing/on-site.past.js';
import { diaryStreams } from '@app/tickets/src/domain/diary/diary.stream.js';
import { opened } from '@app/tickets/src/testing/past.js';
import { at, DAY, LI_WEI, span } from '@app/tickets/src/testing/ticket.builders.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { contextsOn, streamKinds } from '../declared.js';
import { later } from '../testing/clock.js';
import { Office } from '../testing/office.js';

/*
 * What needs two streams, on a store that takes one at a time: a real one, with that capability
 * less. A process that crashes writes no more; another office on the same log is what starts after it.
 */

let database: TestDatabase;
let log: PostgresEventStore;
/** The process that will crash, where one does. */
let store: SingleStreamStore;
let office: Office;
let other: Office;
let technician: string;
let diary: string;

beforeAll(async () => {
  database = await testDatabase();
  log = await PostgresEventStore.open({ connectionString: database.url, allowUnsafe: true });
});
beforeEach(async () => {
  store = new SingleStreamStore(log);
  [office, other] = [new Office(store), new Office(new SingleStreamStore(log))];
  technician = `tech-${newId()}`;
  diary = `diary-${technician}-${DAY}`;
  await other.hire(technician);
});
afterEach(() => {
  jest.useRealTimers();
});
afterAll(async () => {
  await log?.close();
  await database?.drop();
});

/** A crash before the first write to the ticket. */
const crashesAtTicket = () => (store.crashesAt = ({ stream }) => stream.startsWith('ticket-'));

async function newTicket(...past: Parameters<Office['begin']>[1]): Promise<string> {
  const ticket = newId();
  await other.begin(ticket, [opened(), ...past]);
  return ticket;
}

const visit = (from = '15:00', until = '17:00') => ({
  technician,
  window: span(from, until),
  atCustomersWish: false,
});

const typesIn = async (stream: string) => (await log.readStream(stream)).map(({ type }) => type);
const booked = async () => (await other.diary(diary)).bookings.map(({ ticket }) => ticket);
const sending = (commandId = newId()) => ({ commandId, occurredAt: at('10:30') });

test('the booking is claimed first, and the ticket follows', async () => {
  const ticket = await newTicket();
  const { position } = await office.ticket('ScheduleVisit', ticket, visit());
  const [claimed, booking] = await log.readStream(diary);
  expect(claimed).toMatchObject({ type: 'ChangeClaimed', position: position - 1n });
  expect(booking).toMatchObject({ type: 'VisitBooked', position: position + 1n });
  const [, planned] = await log.readStream(`ticket-${ticket}`);
  expect(planned).toMatchObject({ type: 'VisitScheduled', id: booking!.causationId });
  expect(await other.visitsOf(ticket)).toMatchObject([{ visit: 1, technician }]);
});

test('[V7] of two dispatchers who book one technician at the same moment one wins, each time', async () => {
  for (let round = 0; round < 10; round++) {
    const [from, until] = [`0${(round % 5) + 1}:00`, `0${(round % 5) + 1}:30`];
    const day = round < 5 ? 1 : 2;
    const data = { ...visit(), window: span(from, until, day), atCustomersWish: true };
    const tickets = [await newTicket(), await newTicket()];
    const answers = await Promise.allSettled(
      tickets.map((ticket, index) => [office, other][index]!.ticket('ScheduleVisit', ticket, data)),
    );
    const refused = answers.filter((each) => each.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'technician-double-booked' } }]);
    const won = tickets[answers[0]!.status === 'fulfilled' ? 0 : 1]!;
    const lost = tickets.find((each) => each !== won)!;
    expect(await other.visitsOf(lost)).toEqual([]);
    expect(await other.visitsOf(won)).toHaveLength(1);
  }
});

test('a retry after a crash between the two completes what was begun, once', async () => {
  const ticket = await newTicket();
  const command = sending();
  crashesAtTicket();
  const crashed = office.ticket('ScheduleVisit', ticket, visit(), command);
  await expect(crashed).rejects.toMatchObject({ code: 'outcome-unknown' });
  expect([await typesIn(diary), await other.visitsOf(ticket)]).toEqual([['ChangeClaimed'], []]);

  const retried = await other.ticket('ScheduleVisit', ticket, visit(), command);
  expect(retried).toMatchObject({ repeated: false, events: [{ type: 'VisitScheduled' }] });
  const again = await other.ticket('ScheduleVisit', ticket, visit(), command);
  expect(again).toEqual({ ...retried, repeated: true });
  expect([await booked(), await other.visitsOf(ticket)]).toEqual([[ticket], [expect.anything()]]);
});

test('[V7] what a crash left claimed is in the way for a minute, and only of what it would change', async () => {
  const [ticket, another, third] = [await newTicket(), await newTicket(), await newTicket()];
  const command = sending();
  crashesAtTicket();
  await expect(office.ticket('ScheduleVisit', ticket, visit(), command)).rejects.toThrow();
  const book = () => other.ticket('ScheduleVisit', another, visit('16:00', '18:00'));
  await expect(book()).rejects.toMatchObject({ code: 'stream-claimed' });
  expect(await typesIn(diary)).toEqual(['ChangeClaimed']);
  await other.ticket('ScheduleVisit', third, visit('09:00', '10:00'));

  later(61);
  await book();
  expect(await typesIn(diary)).toEqual([
    'ChangeClaimed',
    'ChangeClaimed',
    'VisitBooked',
    'ChangeWithdrawn',
    'ChangeClaimed',
    'VisitBooked',
  ]);
  expect(await booked()).toEqual([third, another]);
  const retried = other.ticket('ScheduleVisit', ticket, visit(), command);
  await expect(retried).rejects.toMatchObject({ code: 'technician-double-booked' });
  expect([await booked(), await other.visitsOf(ticket)]).toEqual([[third, another], []]);
});

test('[V7] a booking that stands on its ticket is in the way however old it is', async () => {
  const [ticket, another] = [await newTicket(), await newTicket()];
  await office.ticket('ScheduleVisit', ticket, visit());
  later(3_600);
  const book = other.ticket('ScheduleVisit', another, visit());
  await expect(book).rejects.toMatchObject({ code: 'technician-double-booked' });
  expect(await typesIn(diary)).toEqual(['ChangeClaimed', 'VisitBooked']);
});

test('a claim is withdrawn when the ticket refuses in the end', async () => {
  const ticket = await newTicket();
  store.crashesAt = meanwhile(() => other.ticket('CancelTicket', ticket, { reason: '客户自修' }));
  const refused = office.ticket('ScheduleVisit', ticket, visit());
  await expect(refused).rejects.toMatchObject({ code: 'ticket-cancelled' });
  expect(await typesIn(diary)).toEqual(['ChangeClaimed', 'ChangeWithdrawn']);
  expect(await booked()).toEqual([]);
});

test('each of several requests of one command gives back its own claim, at the same moment too', async () => {
  const ticket = await newTicket();
  const stores = Array.from({ length: 4 }, () => new SingleStreamStore(log));
  let claims = 0;
  let cancel: () => void = () => undefined;
  const cancelled = new Promise<void>((resolve) => (cancel = resolve)).then(() =>
    other.ticket('CancelTicket', ticket, { reason: '客户自修' }),
  );
  const command = sending();
  const requests = stores.map((each) => {
    each.crashesAt = async ({ stream }) => {
      if (!stream.startsWith('ticket-')) return false;
      if (++claims === stores.length) cancel();
      await cancelled;
      return false;
    };
    return new Office(each).ticket('ScheduleVisit', ticket, visit(), command);
  });
  const answers = await Promise.allSettled(requests);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 'rejected'));
  expect(await typesIn(diary)).toHaveLength(2 * stores.length);
  expect(await booked()).toEqual([]);
});

test('a claim is kept, and not made twice, when the ticket only raced', async () => {
  const ticket = await newTicket();
  store.crashesAt = meanwhile(() => other.ticket('ReviewCustomerFile', ticket, {}));
  await office.ticket('ScheduleVisit', ticket, visit());
  expect(await typesIn(diary)).toEqual(['ChangeClaimed', 'VisitBooked']);
  expect(await other.visitsOf(ticket)).toHaveLength(1);
});

test('a claim follows a decision that came out otherwise the second time', async () => {
  const ticket = await newTicket();
  store.crashesAt = meanwhile(() => other.ticket('ScheduleVisit', ticket, visit('09:00', '10:00')));
  await office.ticket('ScheduleVisit', ticket, visit());
  const { bookings } = await other.diary(diary);
  expect(bookings.map((each) => [each.visit, each.window.from])).toEqual([
    [1, at('09:00')],
    [2, at('15:00')],
  ]);
});

test('nothing is stored on a claim that took too long, and it lapses', async () => {
  const ticket = await newTicket();
  store.crashesAt = ({ stream }) => {
    if (stream === diary) later(16);
    return false;
  };
  const slow = office.ticket('ScheduleVisit', ticket, visit());
  await expect(slow).rejects.toMatchObject({ code: 'store-overloaded' });
  expect(await other.visitsOf(ticket)).toEqual([]);
});

test('a claim stays where nobody knows whether the ticket was written', async () => {
  const ticket = await newTicket();
  const command = sending();
  const append = store.append.bind(store);
  store.append = async (writes) => {
    const appended = await append(writes);
    if (writes[0]!.stream === diary) return appended;
    throw new OutcomeUnknown('the answer was lost');
  };
  const unknown = office.ticket('ScheduleVisit', ticket, visit(), command);
  await expect(unknown).rejects.toThrow(OutcomeUnknown);
  expect([await booked(), await other.visitsOf(ticket)]).toEqual([[ticket], [expect.anything()]]);
  const again = await other.ticket('ScheduleVisit', ticket, visit(), command);
  expect(again).toMatchObject({ repeated: true, events: [{ type: 'VisitScheduled' }] });
  expect(await booked()).toEqual([ticket]);
});

test('a command sent ten times at once is carried out once, on one booking', async () => {
  const ticket = await newTicket();
  const command = sending();
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      [office, other][n % 2]!.ticket('ScheduleVisit', ticket, visit(), command),
    ),
  );
  expect(outcomes.filter(({ repeated }) => !repeated)).toHaveLength(1);
  expect([await booked(), await other.visitsOf(ticket)]).toEqual([[ticket], [expect.anything()]]);
});

test('a visit that is moved gives up its old time, also when the process crashes before it says so', async () => {
  const [ticket, another] = [await newTicket(), await newTicket()];
  await office.ticket('ScheduleVisit', ticket, visit());
  const move = (to: object) =>
    office.ticket('RescheduleVisit', ticket, { ...visit(), visit: 1, reason: '客户要求', ...to });
  await move({ window: span('16:00', '18:00') });
  const { bookings } = await other.diary(diary);
  expect(bookings).toMatchObject([{ window: span('16:00', '18:00') }]);

  let writes = 0;
  store.crashesAt = ({ stream }) => stream === diary && ++writes === 2;
  await move({ window: span('18:00', '19:00') });
  expect((await typesIn(diary)).slice(-2)).toEqual(['VisitBooked', 'ChangeClaimed']);
  await other.ticket('ScheduleVisit', another, visit('16:00', '18:00'));
  expect(await booked()).toEqual([ticket, another]);
});

test('a visit that is cancelled frees its time at once', async () => {
  const [ticket, another] = [await newTicket(), await newTicket()];
  await office.ticket('ScheduleVisit', ticket, visit());
  await other.ticket('CancelVisit', ticket, { visit: 1, reason: '客户要求' });
  await office.ticket('ScheduleVisit', another, visit());
  expect(await booked()).toEqual([another]);
});

/** A ticket on which the technician is at work. */
async function atWork(): Promise<string> {
  const ticket = newId();
  const past = JSON.stringify(working).replaceAll(LI_WEI.id, technician);
  await other.begin(ticket, JSON.parse(past) as typeof working);
  return ticket;
}

test('[R10] hours that were claimed for nothing block nobody, and a retry logs them once', async () => {
  const [ticket, another] = [await atWork(), await atWork()];
  const labour = { visit: 1, workType: 'repair', span: span('09:45', '10:15') };
  const command = sending();
  crashesAtTicket();
  await expect(office.ticket('LogLabour', ticket, labour, command)).rejects.toThrow();
  const log = () => other.ticket('LogLabour', another, labour, sending());
  await expect(log()).rejects.toMatchObject({ code: 'stream-claimed' });
  await other.ticket('LogLabour', ticket, labour, command);
  expect((await other.diary(diary)).hours).toMatchObject([{ ticket }]);
  await expect(log()).rejects.toMatchObject({ code: 'labour-overlaps' });
});

test('[R10] hours whose command never stood are withdrawn by whoever meets them', async () => {
  const [ticket, another] = [await atWork(), await atWork()];
  const labour = { visit: 1, workType: 'repair', span: span('09:45', '10:15') };
  crashesAtTicket();
  await expect(office.ticket('LogLabour', ticket, labour, sending())).rejects.toThrow();
  later(61);
  await other.ticket('LogLabour', another, labour, sending());
  expect(await typesIn(diary)).toEqual([
    'ChangeClaimed',
    'ChangeWithdrawn',
    'ChangeClaimed',
    'HoursLogged',
  ]);
  expect((await other.diary(diary)).hours).toMatchObject([{ ticket: another }]);
});

/** Runs something in another process just before the ticket is written for the first time. */
function meanwhile(work: () => Promise<unknown>): (write: StreamWrite) => Promise<boolean> {
  let done = false;
  return async ({ stream }) => {
    if (done || !stream.startsWith('ticket-')) return false;
    done = true;
    await work();
    return false;
  };
}

test('[R12] a part that was reserved for nothing is not lost, and a retry uses it once', async () => {
  const ticket = await atWork();
  const sku = `CAP-${newId()}`;
  const parts = `stock-${sku}:hands-${technician}`;
  const use = { visit: 1, sku, quantity: 1 };
  await other.equip(technician, sku, 1);

  const command = sending();
  crashesAtTicket();
  await expect(office.ticket('ConsumePart', ticket, use, command)).rejects.toThrow();
  const giveBack = () => other.giveBack(technician, sku, 1);
  await expect(giveBack()).rejects.toMatchObject({ code: 'stream-claimed' });
  await other.ticket('ConsumePart', ticket, use, command);
  expect(await typesIn(parts)).toEqual([
    'OpeningStockEntered',
    'ChangeClaimed',
    'ChangeClaimed',
    'MaterialUsed',
  ]);
  await expect(giveBack()).rejects.toMatchObject({ code: 'not-in-stock' });
});

test('[R12] a part that a crash left claimed can be given back after a minute, or used', async () => {
  const ticket = await atWork();
  for (const end of ['returned', 'used']) {
    const sku = `CAP-${end}-${newId()}`;
    const use = { visit: 1, sku, quantity: 1 };
    await other.equip(technician, sku, 1);
    const crashing = new SingleStreamStore(log);
    crashing.crashesAt = ({ stream }) => stream.startsWith('ticket-');
    const crashed = new Office(crashing).ticket('ConsumePart', ticket, use, sending());
    await expect(crashed).rejects.toThrow();
    later(61);
    if (end === 'returned') await other.giveBack(technician, sku, 1);
    else await other.ticket('ConsumePart', ticket, use, sending());
    expect((await typesIn(`stock-${sku}:hands-${technician}`)).slice(2, 4)).toEqual([
      'ChangeWithdrawn',
      end === 'returned' ? 'MaterialReturned' : 'ChangeClaimed',
    ]);
  }
});

test('[R12] a part whose use was stored, and not settled, is settled by whoever asks for it', async () => {
  const ticket = await atWork();
  const sku = `CAP-${newId()}`;
  await other.equip(technician, sku, 2);
  let writes = 0;
  store.crashesAt = ({ stream }) => stream.startsWith('stock-') && ++writes === 2;
  await office.ticket('ConsumePart', ticket, { visit: 1, sku, quantity: 1 }, sending());
  await expect(other.giveBack(technician, sku, 2)).rejects.toMatchObject({
    code: 'not-in-stock',
  });
  await other.giveBack(technician, sku, 1);
  expect(await typesIn(`stock-${sku}:hands-${technician}`)).toEqual([
    'OpeningStockEntered',
    'ChangeClaimed',
    'MaterialUsed',
    'MaterialReturned',
  ]);
});

test('contexts that read many streams at once see what a crash left unsettled, too', async () => {
  const ticket = await newTicket();
  let writes = 0;
  store.crashesAt = ({ stream }) => stream === diary && ++writes === 2;
  await Promise.allSettled([office.ticket('ScheduleVisit', ticket, visit())]);
  expect(await typesIn(diary)).toEqual(['ChangeClaimed']);
  const contexts = contextsOn(new SingleStreamStore(log));
  const days = [{ employee: technician, date: DAY }];
  expect(await contexts.readMany(diaryStreams, days)).toMatchObject([{ bookings: [{ ticket }] }]);
  const sources = { store: log, kinds: streamKinds, contexts };
  const { lines } = await accountOf(sources, diary, { language: 'en' });
  expect(lines).toMatchObject([{ text: expect.stringContaining(`visit 1 of ticket ${ticket}`) }]);
});

test('the log that all this left is sound', async () => {
  const { problems, events } = await verify(log, streamKinds);
  expect(problems).toEqual([]);
  expect(events).toBeGreaterThan(100);
});
