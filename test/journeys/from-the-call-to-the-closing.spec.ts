import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OutcomeBody, PageOf } from '@app/http';
import type { FindingRow } from '@app/findings/src/read-models/findings-inbox/findings-inbox.row.js';
import type { TechnicianDayAnswer } from '@app/tickets/src/read-models/technician-day/technician-day.row.js';
import type { BoardItem } from '@app/tickets/src/read-models/ticket-board/ticket-board.row.js';
import type { TicketDetailAnswer } from '@app/tickets/src/read-models/ticket-detail/ticket-detail.row.js';
import { at, Centre, DAY, span } from './centre/centre.js';
import { call, equip, take, type Step } from './centre/good-day.js';

const TICKET = 'T-2026-0001';

let centre: Centre;
let signature: (time: string) => object;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre);
  await centre.done('supervisor', 'units', {
    unit: 'U-1',
    kind: 'product',
    product: '空调',
    documents: ['W-1'],
  });
  const times = ['09:51', '09:53', '09:56', '10:11', '10:20', '10:40'];
  const images = await Promise.all(
    times.map((time) => centre.image('li-wei', `the signature of Mrs Sun at ${time}`)),
  );
  signature = (time) => {
    const image = images[times.indexOf(time)];
    return { name: '孙丽', role: 'customer', signedAt: at(time), image };
  };
}, 60_000);

afterAll(() => centre?.close());

const visit = 1;
const by = 'li-wei';

const planning: Step[] = [
  [
    'dispatcher',
    'schedule-visit',
    '08:20',
    { technician: by, window: span('09:00', '10:00'), atCustomersWish: false },
  ],
  [
    'dispatcher',
    'reschedule-visit',
    '08:25',
    {
      visit,
      window: span('08:50', '09:30'),
      atCustomersWish: false,
      reason: '客户改时间',
      told: { channel: 'phone', at: at('08:24'), by: '周敏', apologised: true },
    },
  ],
  [by, 'review-customer-file', '08:26', { notes: '老客户' }],
  [
    by,
    'analyse-fault',
    '08:27',
    { symptom: '不制冷', suspectedCause: '电容老化', parts: ['CAP-35'], tools: ['T-100'] },
  ],
];

const way: Step[] = [
  [
    by,
    'prepare-visit',
    '08:40',
    {
      visit,
      badge: true,
      uniform: false,
      tools: ['T-100'],
      parts: [{ sku: 'CAP-35', quantity: 1 }],
    },
  ],
  [by, 'depart', '08:45', { visit }],
  [
    by,
    'notify-delay',
    '09:00',
    { visit, reason: '堵车', apologised: true, newArrival: at('09:50') },
  ],
  [by, 'record-arrival', '09:45', { visit }],
];

const explanation = {
  visit,
  advice: '已过保修期',
  confidential: false,
  declined: false,
  customerUnfamiliar: false,
  plainWords: true,
};

const basis = 'external-cause';
const quote = {
  lines: [
    { item: 'labour', amount: '80.00', basis },
    { item: 'parts', amount: '48.00', basis },
  ],
};

const work = (signed: typeof signature): Step[] => [
  [by, 'greet-customer', '09:46', { visit, introduced: true, credentialsShown: true }],
  [by, 'ask-about-fault', '09:46', { visit, words: '开机十分钟后跳闸' }],
  [by, 'check-entitlement', '09:48', { visit, document: 'W-1' }],
  [by, 'record-consent', '09:49', { visit, by: '孙丽' }],
  [
    by,
    'inspect-integrity',
    '09:50',
    { visit, partsComplete: false, tamperingSigns: false, note: '缺滤网', photos: [] },
  ],
  [by, 'acknowledge-discrepancy', '09:51', { visit, signature: signed('09:51') }],
  [by, 'give-explanation', '09:52', { ...explanation, subject: 'discrepancy' }],
  [
    by,
    'find-external-cause',
    '09:53',
    { visit, cause: '电压不稳', noted: true, signature: signed('09:53') },
  ],
  [by, 'give-explanation', '09:54', { ...explanation, subject: 'cause' }],
  [by, 'give-explanation', '09:55', { ...explanation, subject: 'fee' }],
  [by, 'acknowledge-charge', '09:56', { visit, quote, signature: signed('09:56') }],
  [by, 'start-work', '10:00', { visit }],
  [
    by,
    'suspend-work',
    '10:05',
    {
      visit,
      reason: 'rest-or-meal',
      customerSide: true,
      resumeAt: at('10:10'),
      hoursAsked: true,
      apologised: true,
    },
  ],
  [by, 'resume-work', '10:10', { visit }],
  [
    by,
    'take-product-in',
    '10:11',
    {
      visit,
      product: 'AC-778',
      custodySlip: 'CS-1',
      agreedBy: '孙丽',
      photos: [],
      signature: signed('10:11'),
    },
  ],
  [
    by,
    'return-product',
    '10:20',
    { visit, product: 'AC-778', receivedBy: '孙丽', signature: signed('10:20') },
  ],
  [by, 'consume-part', '10:25', { visit, sku: 'CAP-35', quantity: 1 }],
  [
    by,
    'complete-repair',
    '10:30',
    { visit, cause: 'external', testResult: '出风 12 度', restored: true, photos: [] },
  ],
  [by, 'log-labour', '10:31', { visit, workType: 'repair', span: span('10:10', '10:30') }],
];

const farewell = (signed: typeof signature): Step[] => [
  [by, 'clean-site', '10:35', { visit }],
  [by, 'sign-service-record', '10:40', { visit, signature: signed('10:40'), satisfaction: 5 }],
  [by, 'collect-charge', '10:41', { visit, amount: '128.00', method: 'wechat' }],
  [by, 'issue-receipt', '10:42', { visit, number: 'S-0042' }],
  [by, 'hand-over-customer-copy', '10:43', { visit }],
  [by, 'leave-card', '10:44', { visit }],
  [by, 'bid-farewell', '10:45', { visit, responsiblePersonsAsked: true, customerContent: true }],
  [by, 'apologise', '10:45', { visit }],
  [by, 'leave-site', '10:46', { visit }],
  [by, 'complete-visit', '11:00', { visit }],
];

/** Everything that people look at, as of what has just been done. */
async function seen({ position }: Pick<OutcomeBody, 'position'>) {
  const asOf = `minPosition=${position}`;
  const [board, detail, day, inbox] = await Promise.all([
    centre.read<PageOf<BoardItem>>('dispatcher', `tickets?${asOf}`),
    centre.read<TicketDetailAnswer>('dispatcher', `tickets/${TICKET}?${asOf}`),
    centre.read<TechnicianDayAnswer>(by, `technicians/${by}/days/${DAY}?${asOf}`),
    centre.read<PageOf<FindingRow>>('supervisor', `findings?${asOf}`),
  ]);
  for (const page of [board, day, inbox])
    expect(BigInt(page.position)).toBeGreaterThanOrEqual(BigInt(position));
  return { board: board.items, detail, visits: day.visits, findings: inbox.items };
}

test('a ticket goes from the call to the closing, and everybody sees at once what was done', async () => {
  const opened = await centre.done('hotline', 'tickets', call(TICKET));
  expect(opened).toMatchObject({ stream: `ticket-${TICKET}`, version: 3, repeated: false });
  const called = await seen(opened);
  expect(called.board).toMatchObject([
    { ticket: TICKET, status: 'open', responseDue: at('10:00'), restorationDue: at('12:00') },
  ]);
  expect(called.visits).toEqual([]);

  const planned = await seen(await take(centre, TICKET, planning));
  expect(planned.board).toMatchObject([{ technicians: [by], nextVisitFrom: at('08:50') }]);
  expect(planned.visits).toMatchObject([{ ticket: TICKET, visit, progress: 'scheduled' }]);
  expect(planned.detail.analysis).toMatchObject({ suspectedCause: '电容老化' });

  const there = await seen(await take(centre, TICKET, way));
  expect(there.visits).toMatchObject([{ progress: 'on-site', delayedUntil: at('09:50') }]);
  expect(there.findings).toMatchObject([
    { kind: 'ticket', entity: TICKET, finding: 1, article: 'V4', person: by },
  ]);
  expect(there.board).toMatchObject([{ arrivedAt: at('09:45'), openFindings: [1] }]);

  const worked = await seen(await take(centre, TICKET, work(signature)));
  expect(worked.board).toMatchObject([{ restoredAt: at('10:30'), pausedSince: null }]);
  expect(worked.detail).toMatchObject({
    deadlines: { restoration: { due: at('12:05'), paused: 5 } },
    custody: [{ product: 'AC-778', returned: { receivedBy: '孙丽' } }],
  });

  const gone = await seen(await take(centre, TICKET, farewell(signature)));
  expect(gone.visits).toMatchObject([{ progress: 'completed' }]);
  expect(gone.detail.visits).toMatchObject([
    {
      progress: 'completed',
      satisfaction: 5,
      charge: { total: '128.00', receipts: [{ number: 'S-0042', amount: '128.00' }] },
      signatures: [{ under: 'discrepancy' }, { under: 'quote' }, { under: 'service-record' }],
    },
  ]);
  expect(gone.findings).toHaveLength(1);

  const resolved = await take(centre, TICKET, [
    ['dispatcher', 'resolve-ticket', '11:10', { summary: '更换电容' }],
  ]);
  expect((await seen(resolved)).board).toMatchObject([{ status: 'resolved' }]);
  const early = await centre.tell('dispatcher', `tickets/${TICKET}/close-ticket`);
  expect([early.status, early.body.code]).toEqual([422, 'findings-not-reviewed']);

  const closed = await seen(
    await take(centre, TICKET, [
      ['supervisor', 'review-finding', '11:20', { finding: 1, verdict: 'upheld' }],
      [
        'hotline',
        'follow-up',
        '11:30',
        { channel: 'phone', sampled: true, satisfied: true, answer: '一切正常' },
      ],
      ['dispatcher', 'close-ticket', '11:40'],
    ]),
  );
  expect(closed.board).toMatchObject([{ status: 'closed', openFindings: [], overdue: [] }]);
  expect(closed.findings).toEqual([]);
  expect(closed.detail).toMatchObject({ status: 'closed', closed: { at: at('11:40') } });
}, 60_000);
