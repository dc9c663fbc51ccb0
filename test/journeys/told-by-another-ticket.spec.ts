import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StepResult } from '@app/tickets/src/http/dto/steps.dto.js';
import type { TicketDetailAnswer } from '@app/tickets/src/read-models/ticket-detail/ticket-detail.row.js';
import { at, Centre, span } from './centre/centre.js';
import { call, equip, take, visitIn, type Step } from './centre/good-day.js';

/* Where Li Wei was is told ticket by ticket; what one tells in the evening bears on another. */

const visit = 1;
const by = 'li-wei';
let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre, by);
  const windows = {
    'T-first': span('09:00', '10:00'),
    'T-second': span('10:00', '11:00'),
    'T-third': span('14:00', '15:00'),
    'T-fourth': span('15:00', '16:00'),
  };
  for (const ticket of Object.keys(windows)) await centre.done('hotline', 'tickets', call(ticket));
  for (const [ticket, window] of Object.entries(windows))
    await take(centre, ticket, [visitIn(window)]);
}, 60_000);

afterAll(() => centre?.close());

/** What was found of being in two places, once it stands so: a process sees to it when it has the event. */
async function inTwoPlaces(ticket: string, statuses: readonly string[]): Promise<object[]> {
  for (;;) {
    const { findings } = await centre.read<TicketDetailAnswer>('dispatcher', `tickets/${ticket}`);
    const found = findings.filter(({ code }) => code === 'in-two-places');
    if (found.map(({ status }) => status).join() === statuses.join()) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const come = (set: string, there: string): Step[] => [
  [by, 'depart', set, { visit }],
  [by, 'record-arrival', there, { visit }],
];

/** The device sends what it kept, twice, as it is not sure of the answer. */
async function sent(ticket: string, steps: readonly (readonly [string, string])[]): Promise<void> {
  for (const answer of ['first', 'second']) {
    const { body } = await centre.tell<{ readonly results: readonly StepResult[] }>(
      by,
      `tickets/${ticket}/send-steps`,
      {
        steps: steps.map(([command, time]) => ({
          ...{ key: `${ticket}/${command}`, command, occurredAt: at(time), data: { visit } },
        })),
      },
    );
    const results = body.results.map(({ result }) => result);
    expect([answer, ...results]).toEqual([answer, ...steps.map(() => 'done')]);
  }
}

test('[R10] being in two places is withdrawn as the first ticket tells late when they had left', async () => {
  await take(centre, 'T-first', come('09:00', '09:10'));
  await take(centre, 'T-second', come('09:55', '10:10'));
  await inTwoPlaces('T-second', ['open']);
  await sent('T-first', [['leave-site', '09:50']]);
  const [found] = await inTwoPlaces('T-second', ['withdrawn']);
  expect(found).toMatchObject({ article: 'R10', person: by, visit });
  await take(centre, 'T-second', [[by, 'leave-site', '10:50', { visit }]]);
}, 60_000);

test('[R10] and found as another ticket tells late that they were still there', async () => {
  await take(centre, 'T-fourth', come('15:00', '15:10'));
  await inTwoPlaces('T-fourth', []);
  await centre.until(at('20:00'));
  await sent('T-third', [
    ['record-arrival', '14:10'],
    ['leave-site', '15:20'],
  ]);
  const [found] = await inTwoPlaces('T-fourth', ['open']);
  expect(found).toMatchObject({ article: 'R10', person: by, visit });
  await inTwoPlaces('T-third', []);
}, 60_000);
