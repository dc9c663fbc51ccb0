import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Replay } from '@app/audit';
import { at, Centre, DAY, span } from './centre/centre.js';
import { call, equip, give, take, untilWork, visitIn, warrant } from './centre/good-day.js';

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre, 'li-wei', 20);
  await warrant(centre);
}, 60_000);

afterAll(() => centre?.close());

const stateOf = async <State>(stream: string) =>
  (await centre.read<Replay>('supervisor', `streams/${stream}/replay`)).state as State;
const count = (statuses: readonly number[], status: number) =>
  statuses.filter((each) => each === status).length;

interface Visits {
  readonly visits: readonly { technician: string }[];
}
interface Diary {
  readonly bookings: readonly { ticket: string; window: object }[];
  readonly hours: readonly { ticket: string }[];
}

describe('two dispatchers who book one technician for overlapping windows at the same moment', () => {
  const rounds = Array.from({ length: 20 }, (_, round) => `tech-${round}`);

  test('[V7] one wins each time, and tickets and diary agree on which', async () => {
    for (const technician of rounds) {
      const file = { name: technician, department: 'repair', supervisor: false };
      await centre.done('supervisor', 'employees', { employee: technician, ...file });
      const tickets = [`A-${technician}`, `B-${technician}`];
      for (const ticket of tickets) await centre.done('hotline', 'tickets', call(ticket));
      const windows = [span('09:00', '11:00'), span('10:00', '12:00')];
      const answers = await Promise.all(
        tickets.map((ticket, index) =>
          centre.tell('dispatcher', `tickets/${ticket}/schedule-visit`, {
            technician,
            window: windows[index],
            atCustomersWish: false,
          }),
        ),
      );
      const statuses = answers.map(({ status }) => status);
      expect([count(statuses, 200), count(statuses, 422)]).toEqual([1, 1]);
      const [winner, loser] = statuses[0] === 200 ? [0, 1] : [1, 0];
      expect(answers[loser]!.body).toMatchObject({
        article: 'V7',
        code: 'technician-double-booked',
      });

      const diary = await stateOf<Diary>(`diary-${technician}-${DAY}`);
      expect(diary.bookings).toMatchObject([{ ticket: tickets[winner], window: windows[winner] }]);
      const states = await Promise.all(tickets.map((each) => stateOf<Visits>(`ticket-${each}`)));
      expect(states[winner]!.visits).toMatchObject([{ technician }]);
      expect(states[loser]!.visits).toEqual([]);
    }
  }, 60_000);
});

describe('two tickets of one technician', () => {
  const tickets = ['T-morning', 'T-noon'] as const;

  beforeAll(async () => {
    for (const ticket of tickets) await centre.done('hotline', 'tickets', call(ticket));
    await take(centre, 'T-morning', [visitIn(span('09:00', '10:00'))]);
    await take(centre, 'T-noon', [visitIn(span('10:00', '11:00'))]);
    for (const step of untilWork())
      for (const ticket of tickets) await take(centre, ticket, [step]);
    await centre.until(at('12:00'));
  });

  test('[R10] hours that overlap those of the other ticket are refused', async () => {
    const log = (ticket: string, from: string, until: string) =>
      centre.tell('li-wei', `tickets/${ticket}/log-labour`, {
        visit: 1,
        workType: 'repair',
        span: span(from, until),
      });
    expect((await log('T-morning', '09:20', '10:00')).status).toBe(200);
    const overlapping = await log('T-noon', '09:59', '10:30');
    expect(overlapping).toMatchObject({ status: 422, body: { article: 'R10' } });
    expect((await log('T-noon', '10:00', '10:30')).status).toBe(200);

    const both = await Promise.all(tickets.map((ticket) => log(ticket, '11:00', '11:30')));
    const statuses = both.map(({ status }) => status);
    expect([count(statuses, 200), count(statuses, 422)]).toEqual([1, 1]);
    const diary = await stateOf<Diary>(`diary-li-wei-${DAY}`);
    expect(diary.hours).toHaveLength(3);
  });

  test('[R12] the last part goes to one of them, ten times, and nobody ever has less than none', async () => {
    const parts = 'stock-CAP-35:hands-li-wei';
    for (let left = 20; left > 1; left -= 2) {
      const back = { place: 'hands-li-wei', to: 'main', quantity: left - 1 };
      if (left < 20) await give(centre, 'li-wei', left - 1);
      await centre.done('storekeeper', 'stock/CAP-35/return-material', back);
      expect(await stateOf(parts)).toMatchObject({ thousandths: 1000 });
      const answers = await Promise.all(
        tickets.map((ticket) =>
          centre.tell('li-wei', `tickets/${ticket}/consume-part`, {
            visit: 1,
            sku: 'CAP-35',
            quantity: 1,
          }),
        ),
      );
      const statuses = answers.map(({ status }) => status);
      expect([count(statuses, 200), count(statuses, 422)]).toEqual([1, 1]);
      const refusal = answers.find(({ status }) => status === 422)!;
      expect(refusal.body).toMatchObject({ article: 'R12', code: 'part-not-in-hand' });
      expect(await stateOf(parts)).toMatchObject({ thousandths: 0 });
      await give(centre, 'li-wei', 1);
    }
  }, 60_000);
});
