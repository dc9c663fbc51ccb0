import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Replay } from '@app/audit';
import type { Problem } from '@app/http';
import type { Span } from '@app/kernel';
import type { StepResult } from '@app/tickets/src/http/dto/steps.dto.js';
import { at, Centre, span } from './centre/centre.js';
import { call, equip, take, untilWork, visitIn, warrant } from './centre/good-day.js';
import { eventsOfPeople } from './centre/of-people.js';

let centre: Centre;

/** The tickets, and their windows: all are planned in the morning, and heard of in the evening. */
const PLANNED: readonly (readonly [ticket: string, window: Span])[] = [
  ['T-late', span('09:00', '11:00')],
  ['T-twice', span('11:00', '12:00')],
  ['T-known', span('15:00', '16:00')],
  ['T-bad', span('17:00', '18:00')],
  ['T-own', span('18:00', '19:00')],
  ['T-race', span('19:00', '20:00')],
  ['T-plain', span('20:00', '21:00')],
];

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre);
  await centre.hire('wang-fang');
  await warrant(centre);
  for (const [ticket] of PLANNED) await centre.done('hotline', 'tickets', call(ticket));
  for (const [ticket, window] of PLANNED) await take(centre, ticket, [visitIn(window)]);
  await centre.until(at('21:00'));
}, 60_000);

afterAll(() => centre?.close());

interface Results {
  readonly results: readonly StepResult[];
}

const step = (key: string, command: string, time: string, data: object = { visit: 1 }) => ({
  key,
  command,
  occurredAt: at(time),
  data,
});
/** What a technician did in the basement, keyed for one ticket. */
const basement = (ticket: string) =>
  untilWork().map(([, command, time, data]) => step(`${ticket}/${command}`, command, time, data));
const sendLate = (ticket: string, steps: readonly object[], by = 'li-wei') =>
  centre.tell<Results & Problem>(by, `tickets/${ticket}/send-steps`, { steps });
const resultsOf = ({ results }: Results) =>
  results.map(({ result, problem }) => problem?.code ?? result);
const ofPeople = () => eventsOfPeople(centre.service.store);

test('[R12] steps sent late stand in their order, what a guard would have refused is found, and one that cannot be does not stop those behind it', async () => {
  const steps = [
    ...basement('T-late'),
    step('T-late/part', 'consume-part', '09:30', { visit: 1, sku: 'CAP-35', quantity: 2 }),
    step('T-late/card', 'leave-card', '08:00'),
    step('T-late/clean', 'clean-site', '10:00'),
  ];
  const { status, body } = await sendLate('T-late', steps);
  expect(status).toBe(200);
  expect(body.results.map(({ key }) => key)).toEqual(steps.map(({ key }) => key));
  expect(resultsOf(body)).toEqual([
    ...untilWork().map(() => 'done'),
    'done',
    'occurred-too-early',
    'done',
  ]);
  expect(body.results.at(-2)!.problem).toMatchObject({ status: 400 });
  expect(body.results.at(-2)!.ask).toBe('此步骤究竟何时发生？是否还有前面的步骤没有上报？');

  const { events } = await centre.read<Replay>('supervisor', 'streams/ticket-T-late/replay');
  const found = events.filter(({ type }) => type === 'FindingRecorded');
  expect(found.map(({ data }) => data)).toContainEqual(
    expect.objectContaining({ article: 'R12', code: 'part-not-in-hand' }),
  );
  const told = events.filter(({ type }) => type !== 'FindingRecorded' && !type.startsWith('Sla'));
  const facts = told.slice(-8);
  expect(facts.map(({ type }) => type)).toEqual([
    'TechnicianDeparted',
    'TechnicianArrived',
    'EntitlementChecked',
    'ConsentGiven',
    'IntegrityInspected',
    'WorkStarted',
    'PartConsumed',
    'SiteCleaned',
  ]);
  expect(facts.map(({ occurredAt }) => occurredAt)).toEqual(
    steps.filter(({ key }) => key !== 'T-late/card').map(({ occurredAt }) => occurredAt),
  );
});

test('a batch sent again changes nothing, and each step is answered as the first time', async () => {
  const first = await sendLate('T-twice', basement('T-twice'));
  const before = await ofPeople();
  const again = await sendLate('T-twice', basement('T-twice'));
  expect(await ofPeople()).toBe(before);
  expect(again.body.results).toEqual(
    first.body.results.map((result) => ({
      ...result,
      outcome: { ...result.outcome, repeated: true },
    })),
  );
});

test('how it was at an hour, and what was known then, are two replays', async () => {
  await sendLate('T-known', basement('T-known'));
  const replay = (query: string) =>
    centre.read<Replay>('supervisor', `streams/ticket-T-known/replay?${query}`);
  const as = await replay(`at=${at('09:12')}`);
  expect(as.state).toMatchObject({ visits: [{ status: 'on-site', arrivedAt: at('09:10') }] });
  expect(as.leftOut.map(({ because }) => because)).toContain('occurred-later');
  const known = await replay(`knownAt=${at('09:12')}`);
  expect(known.state).toMatchObject({ visits: [{ status: 'scheduled' }] });
  expect(new Set(known.leftOut.map(({ because }) => because))).toEqual(new Set(['recorded-later']));
  const started = as.events.find(({ type }) => type === 'TechnicianArrived')!;
  const between = await replay(`knownAt=${started.recordedAt}`);
  expect(between.state).toMatchObject({ visits: [{ arrivedAt: at('09:10') }] });
});

test('what cannot be read names the step that it stands in', async () => {
  const before = await ofPeople();
  const unknown = await sendLate('T-bad', [
    step('b/1', 'depart', '09:00'),
    step('b/2', 'fly', '09:01'),
    { ...step('b/3', 'record-arrival', '09:02'), occurredAt: 'this morning' },
  ]);
  expect(unknown.status).toBe(400);
  expect(unknown.body.errors?.map(({ pointer }) => pointer).sort()).toEqual([
    '/steps/1/command',
    '/steps/2/occurredAt',
  ]);
  expect(await ofPeople()).toBe(before);

  const ahead = at('23:00');
  const { body } = await sendLate('T-bad', [
    step('b/4', 'depart', '09:00', { visit: 'one' }),
    { ...step('b/5', 'depart', '09:00'), occurredAt: ahead },
    step('b/6', 'depart', '09:00'),
  ]);
  expect(resultsOf(body)).toEqual(['invalid-input', 'clock-ahead', 'done']);
  const pointers = body.results.map(({ problem }) => problem?.errors?.[0]?.pointer);
  expect(pointers).toEqual(['/visit', '/occurredAt', undefined]);
});

test("a technician does not take another's steps, and not those of another role", async () => {
  const before = await ofPeople();
  const foreign = await sendLate('T-own', basement('T-own'), 'wang-fang');
  expect(foreign.body.results[0]!.problem).toMatchObject({ status: 403, code: 'not-your-visit' });
  expect(foreign.body.results.filter(({ result }) => result === 'done')).toEqual([]);
  expect(await ofPeople()).toBe(before);

  const { body } = await sendLate('T-own', [
    step('o/1', 'depart', '09:00'),
    step('o/2', 'close-ticket', '09:01', {}),
    step('o/3', 'record-arrival', '09:10'),
  ]);
  expect(resultsOf(body)).toEqual(['done', 'role-may-not', 'done']);
});

test('a step that loses every race stops the batch, and is taken when it is sent again', async () => {
  const steps = basement('T-race');
  const calm = await winRaces('T-race');
  const { body } = await sendLate('T-race', steps);
  calm();
  expect(body.results.map(({ key, result }) => [key, result])).toEqual(
    steps.map(({ key }) => [key, 'not-tried']),
  );
  expect(resultsOf(body).slice(0, 2)).toEqual(['version-conflict', 'not-tried']);
  const again = await sendLate('T-race', steps);
  expect(resultsOf(again.body)).toEqual(steps.map(() => 'done'));
});

/** Another server's dispatcher writes to the ticket whenever this one is about to; until it is called off. */
async function winRaces(ticket: string): Promise<() => void> {
  const { Office } = await loadServerCode();
  const { store } = centre.service;
  const append = store.append.bind(store);
  const elsewhere = new Office(store);
  store.append = async (writes) => {
    const isTheirs = writes.some(({ events }) =>
      events.some(({ type }) => type === 'FaultAnalysed'),
    );
    // Processes write at the same time, to other streams.
    if (!isTheirs && writes.some(({ stream }) => stream === `ticket-${ticket}`)) {
      const fault = { symptom: '不制冷', suspectedCause: '电容', parts: [], tools: [] };
      await elsewhere.ticket('AnalyseFault', ticket, fault, { occurredAt: at('08:30') });
    }
    return append(writes);
  };
  return () => (store.append = append);
}

test('a batch names no version, and its data no second time', async () => {
  const before = await ofPeople();
  const steps = [step('p/1', 'depart', '09:00')];
  const path = 'tickets/T-plain/send-steps';
  const stale = await centre.tell('li-wei', path, { steps }, { 'If-Match': '"1"' });
  expect([stale.status, stale.body.code]).toEqual([400, 'if-match-with-batch']);
  const twice = step('p/2', 'depart', '09:00', { visit: 1, occurredAt: at('09:30') });
  const { body } = await sendLate('T-plain', [twice]);
  expect(body.results[0]!.problem).toMatchObject({
    code: 'second-time',
    errors: [{ pointer: '/occurredAt' }],
  });
  expect(await ofPeople()).toBe(before);
});
