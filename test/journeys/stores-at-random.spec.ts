import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OutcomeBody, Problem } from '@app/http';
import { localDate, plusDays, plusMinutes, type Instant, type LocalTime } from '@app/kernel';
import type { StockReportRow } from '@app/inventory/src/read-models/stock-report/stock-report.row.js';
import { at as onFirstDay, Centre, DAY } from './centre/centre.js';
import { call, warrant } from './centre/good-day.js';
import type { Act } from './stores/act.js';
import { acts } from './stores/acts.js';
import { compare } from './stores/compare.js';
import { keyOf } from './stores/model.js';
import { Stores } from './stores/stores.js';
import { wish, type Wish } from './stores/wishes.js';

/*
 * Random commands of many people to one set of stores, some of them told late and some at the same moment,
 * against an independent notebook (test/journeys/stores/model.ts), and the reports of any periods.
 */

/** A nightly run plays more of them. */
const RUNS = process.env['FAULTS'] === 'full' ? 40 : 4;
const WISHES = 60;

let centre: Centre;
let today = DAY;
/** The last position that anybody was told. */
let position = 0n;
const played: Stores[] = [];
/** Reports that were made in the middle of the runs and behind them, as of their positions. */
const made = new Map<string, string>();
/** How often each came about. */
const seen = { accepted: 0, refused: 0, late: 0, together: 0, approved: 0, uncovered: 0 };

beforeAll(async () => {
  centre = await Centre.open();
  await centre.hire('manager', 'general-manager');
  for (const [location, kind] of [
    ['main', 'store'],
    ['van-1', 'van'],
    ['van-2', 'van'],
  ])
    await centre.done('storekeeper', 'locations', { location, name: location, kind });
  await warrant(centre);
  for (const customer of ['lanting', 'guihua']) {
    await centre.done('hotline', 'customers', { customer, name: customer, phone: '13800000009' });
    const system = {
      unit: `U-${customer}`,
      kind: 'system',
      product: '门禁',
      documents: [],
      customer,
    };
    await centre.done('supervisor', 'units', system);
    await centre.done('hotline', 'tickets', { ...call(`T-${customer}`), customer });
  }
}, 60_000);

afterAll(() => centre?.close());

/** New people, materials and a ticket that is worked on, on the next day. */
async function begun(): Promise<{ stores: Stores; now: Instant }> {
  today = plusDays(today, 1);
  const at = (time: LocalTime) => plusMinutes(onFirstDay(time), minutesUntil(today));
  const run = `${played.length + 1}`;
  const [technician, mate, ticket] = [`tech-${run}`, `mate-${run}`, `T-${run}`];
  await centre.until(at('08:00'));
  for (const employee of [technician, mate]) await centre.hire(employee);
  const stores = new Stores({ run, technician, mate, ticket, workFrom: at('09:20') });
  for (const [name, tracked] of [
    ['BOLT', {}],
    ['GLUE', { tracked: 'lot' }],
    ['BOARD', { tracked: 'serial' }],
  ] as const) {
    const material = { sku: stores.sku(name), name, unit: '只', decimals: 0, class: 'part' };
    await centre.done('storekeeper', 'materials', { ...material, ...tracked });
  }
  for (const tool of stores.tools.keys()) {
    const entry = { tool, name: '万用表', serial: tool, class: 'meter' };
    await centre.done('storekeeper', 'tools', entry);
  }
  await centre.done('hotline', 'tickets', { ...call(ticket), occurredAt: at('08:00') });
  const window = { from: at('09:00'), until: at('11:00') };
  const visit = 1;
  const integrity = { partsComplete: true, tamperingSigns: false, photos: [] };
  for (const [by, command, time, data] of [
    ['dispatcher', 'schedule-visit', '08:20', { technician, window, atCustomersWish: true }],
    [technician, 'depart', '09:00', { visit }],
    [technician, 'record-arrival', '09:10', { visit }],
    [technician, 'check-entitlement', '09:15', { visit, document: 'W-1' }],
    [technician, 'record-consent', '09:16', { visit, by: '孙丽' }],
    [technician, 'inspect-integrity', '09:18', { visit, ...integrity }],
    [technician, 'start-work', '09:20', { visit }],
  ] as const)
    await centre.done(by, `tickets/${ticket}/${command}`, { ...data, occurredAt: at(time) });
  return { stores, now: at('09:20') };
}

const PLAIN = { sku: 'BOLT', place: 0, to: 3, which: 5, quantity: 3, together: false } as const;

/** In the end the main store is counted, whatever else is open, and then more is told of what was before. */
async function counted(stores: Stores, from: Instant): Promise<Instant> {
  const counts = ['startCount', 'count', 'count', 'count', 'close', 'approve'] as const;
  const late = ['receive', 'issue', 'accept', 'scrap', 'use', 'use', 'use'] as const;
  let now = from;
  for (const [n, kind] of [...counts, ...late].entries()) {
    now = plusMinutes(now, 1);
    await centre.until(now);
    const back = n < counts.length ? 0 : 40;
    const telling = { slip: `E-${stores.cast.run}-${n}`, now, at: plusMinutes(now, -back) };
    const said: Wish = { ...PLAIN, kind, after: 1, back };
    const act = acts[kind](stores, said, telling);
    if (act) follow([await send(act, said)]);
  }
  return now;
}

/** There is some of everything in the main store and in the technician's hands. */
async function filled(stores: Stores, now: Instant): Promise<void> {
  const kinds = ['receive', 'receive', 'issue', 'accept'] as const;
  const asked = (['BOLT', 'GLUE', 'BOARD'] as const).flatMap((sku) =>
    kinds.map((kind): Wish => ({ ...PLAIN, after: 0, back: 0, kind, sku })),
  );
  for (const [n, each] of asked.entries()) {
    const act = acts[each.kind](stores, each, { slip: `F-${stores.cast.run}-${n}`, now, at: now });
    follow([await send(act!, each)]);
  }
}

const minutesUntil = (day: string) => (Date.parse(day) - Date.parse(DAY)) / 60_000;

interface Sent {
  readonly act: Act;
  readonly wish: Wish;
  /** Absent: it was refused, under the code. */
  readonly outcome?: OutcomeBody;
  readonly code?: string;
}

/** A step that was sent late is answered among those of its batch. */
type Answered = OutcomeBody &
  Problem & { readonly results?: readonly [{ outcome?: OutcomeBody; problem?: Problem }] };

async function send(act: Act, wish: Wish): Promise<Sent> {
  const { status, body } = await centre.send<Answered>(act.by, act.path, { body: act.body });
  if (status >= 500) throw new Error(`${act.path}: ${JSON.stringify(body)}`);
  const { outcome, problem } =
    body.results?.[0] ??
    (status < 300 ? { outcome: body, problem: undefined } : { outcome: undefined, problem: body });
  return { act, wish, ...(outcome && { outcome }), ...(problem && { code: problem.code }) };
}

/** What came of commands that were sent at once, in the order in which they were stored. */
function follow(sent: readonly Sent[]): void {
  const stored = sent
    .filter(({ outcome }) => outcome)
    .toSorted((a, b) => Number(BigInt(a.outcome!.position) - BigInt(b.outcome!.position)));
  const isAlone = sent.length === 1;
  // Of two that were sent at once nobody knows before which of them one that was refused was judged.
  for (const { act, wish, outcome, code } of isAlone ? sent : stored) {
    const may = act.may();
    const came = outcome !== undefined;
    if (may !== 'open')
      expect({ wish, act, code, came }).toEqual({ wish, act, code, came: may === 'yes' });
    if (!came) continue;
    act.apply(outcome);
    position = BigInt(outcome.position) > position ? BigInt(outcome.position) : position;
    seen.late += Number(wish.back > 0);
    seen.approved += Number(wish.kind === 'approve');
  }
  seen.accepted += stored.length;
  seen.refused += sent.length - stored.length;
  seen.together += Number(!isAlone);
}

async function play(wishes: readonly Wish[]): Promise<void> {
  const { stores, ...start } = await begun();
  let { now } = start;
  played.push(stores);
  await filled(stores, now);
  for (let index = 0; index < wishes.length;) {
    const group = wishes.slice(index, wishes[index + 1]?.together ? index + 2 : index + 1);
    now = plusMinutes(now, group[0]!.after);
    await centre.until(now);
    const asked = group.flatMap((each, n) => {
      const telling = { slip: `S-${stores.cast.run}-${index + n}`, now };
      const act = acts[each.kind](stores, each, { ...telling, at: plusMinutes(now, -each.back) });
      return act ? [{ act, wish: each }] : [];
    });
    follow(await Promise.all(asked.map(({ act, wish: each }) => send(act, each))));
    index += group.length;
    if (index % 40 >= 2) continue;
    await compare(centre, stores, { now, position });
    await reportOn(now);
  }
  now = await counted(stores, now);
  await compare(centre, stores, { now, position });
  seen.uncovered += stores.model.uses.filter(({ lacking }) => lacking > 0).length;
  await reportOn(now);
}

/** Of that day and the one before, as of which more is told afterwards. */
async function reportOn(now: Instant): Promise<void> {
  today = localDate(now);
  const period = `from=${plusDays(today, -1)}&until=${today}&position=${position}`;
  made.set(period, JSON.stringify(await report(period)));
}

const report = (period: string) =>
  centre.read<{ rows: StockReportRow[]; position: string }>(
    'supervisor',
    `stock-report?${period}&minPosition=${position}`,
  );

test(
  '[R11] [R12] [R15] [R16] whatever many people ask, and however late: the stores are those of a plain notebook',
  async () => {
    const told = fc.array(wish, { minLength: WISHES, maxLength: WISHES });
    await fc.assert(fc.asyncProperty(told, play), { numRuns: RUNS, endOnFailure: true });
    expect(seen.refused).toBeGreaterThan(RUNS * 5);
    expect(seen.late).toBeGreaterThan(RUNS * 5);
    expect(seen.together).toBeGreaterThan(RUNS * 2);
    expect(seen.accepted).toBeGreaterThan(RUNS * 25);
    expect(seen.approved).toBeGreaterThan(0);
    expect(seen.uncovered).toBeGreaterThan(0);
  },
  RUNS * 60_000,
);

const fenOf = ({ value }: { readonly value: string }) => Math.round(Number(value) * 100);
const unitsOf = ({ quantity }: { readonly quantity: string }) => Number(quantity);

/** Opening + in − out + adjusted + price difference + late. */
function reckoned(row: StockReportRow, count: (amount: StockReportRow['opening']) => number) {
  const sum = (amounts: object) =>
    Object.values(amounts as Record<string, StockReportRow['opening']>).reduce(
      (all, each) => all + count(each),
      0,
    );
  const { opening, adjusted, priceDifference, late } = row;
  return sum({ opening, adjusted, priceDifference, late }) + sum(row.in) - sum(row.out);
}

test('[R15] every report balances, for any chain of periods, and says what the notebook says of its end', async () => {
  const days = fc.integer({ min: -2, max: Math.ceil(minutesUntil(today) / 1440) + 1 });
  const chains = fc.uniqueArray(days, { minLength: 3, maxLength: 6 });
  const property = fc.asyncProperty(chains, async (drawn) => {
    const ends = drawn.toSorted((a, b) => a - b).map((each) => plusDays(DAY, each));
    let closed = new Map<string, StockReportRow['closing']>();
    let from = '2000-01-01';
    for (const until of ends) {
      const { rows } = await report(`from=${from}&until=${until}`);
      const now = new Map(rows.map((row) => [keyOf(row.sku, row.place), row.closing]));
      const uncovered = new Map(rows.map((row) => [keyOf(row.sku, row.place), row.uncovered]));
      for (const row of rows) {
        const key = keyOf(row.sku, row.place);
        expect([key, until, reckoned(row, unitsOf)]).toEqual([key, until, unitsOf(row.closing)]);
        expect([key, until, reckoned(row, fenOf)]).toEqual([key, until, fenOf(row.closing)]);
        expect(row.opening).toEqual(closed.get(key) ?? { quantity: '0', value: '0.00' });
      }
      const end = `${until}T15:59:59.999Z`;
      for (const { model } of played)
        for (const key of model.touched)
          expect([
            ...[key, until, unitsOf(now.get(key) ?? { quantity: '0' })],
            Number(uncovered.get(key) ?? 0),
          ]).toEqual([key, until, model.balance(key, end), model.uncovered(key, end)]);
      [closed, from] = [now, plusDays(until, 1)];
    }
  });
  await fc.assert(property, { numRuns: 12 });
}, 60_000);

test('[R15] a report is made again as of its position, whatever has been told since', async () => {
  expect(made.size).toBeGreaterThan(RUNS / 2);
  for (const [period, bytes] of made) expect(JSON.stringify(await report(period))).toBe(bytes);
});
