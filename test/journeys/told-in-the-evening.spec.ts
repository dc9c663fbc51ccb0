import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { OutcomeBody, PageOf, Problem } from '@app/http';
import type { StepResult } from '@app/tickets/src/http/dto/steps.dto.js';
import type { BoardItem } from '@app/tickets/src/read-models/ticket-board/ticket-board.row.js';
import type { TicketDetailAnswer } from '@app/tickets/src/read-models/ticket-detail/ticket-detail.row.js';
import { at, Centre, DAY, span } from './centre/centre.js';
import { call, equip, take, visitIn, warrant } from './centre/good-day.js';

/* A day of visits as they really go. Most of it is heard of in the evening, when the device sends it. */

const visit = 1;
const by = 'li-wei';
let centre: Centre;

/** The tickets, each with the hour of its visit and who makes it. */
const PLANNED: readonly (readonly [ticket: string, from: string, technician: string])[] = [
  ['T-override', '09:00', 'zhao-jun'],
  ['T-missed', '09:00', 'wang-fang'],
  ['T-order', '09:00', by],
  ['T-owed', '15:00', by],
  ['T-declined', '16:00', by],
  ['T-careless', '17:00', by],
  ['T-absent', '18:00', by],
  ['T-unsigned', '19:00', by],
  ['T-scrapped', '20:00', by],
];

/** As far as anything was written: what is read is of then. */
let position = '0';

const images = new Map<string, string>();
/** Whom the customer signs for: each time another image. */
const signed = (ticket: string, time: string) => ({
  name: '孙丽',
  role: 'customer',
  signedAt: at(time),
  image: images.get(`${ticket} ${time}`),
});
const SIGNED = [
  'T-order 09:31',
  'T-order 10:25',
  'T-owed 15:06',
  'T-owed 15:41',
  'T-declined 16:06',
];

/** Another customer, with a contract of their own. */
const HOSPITAL = {
  customer: 'renji',
  name: '仁济医院',
  phone: '0571-80002000',
  salutation: 'manager',
};

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre, by, 4);
  for (const technician of ['wang-fang', 'zhao-jun']) await centre.hire(technician);
  for (const each of SIGNED) images.set(each, await centre.image(by, `Mrs Sun: ${each}`));
  await warrant(centre);
  await centre.done('hotline', 'customers', HOSPITAL);
  const theirs = { unit: 'U-RJ', kind: 'system', product: '广播', acceptedOn: DAY };
  await centre.done('supervisor', 'units', { ...theirs, documents: ['HT-RJ'], customer: 'renji' });
  for (const [ticket] of PLANNED) await centre.done('hotline', 'tickets', call(ticket));
  for (const [ticket, from, technician] of PLANNED) {
    const hour = Number(from.slice(0, 2));
    const window = span(from, `${String(hour + 1).padStart(2, '0')}:00`);
    await take(centre, ticket, [visitIn(window, technician)]);
  }
}, 60_000);

afterAll(() => centre?.close());

type Told = readonly [command: string, time: string, data?: object];

/** What a device sends of a visit; each step has come of it as is answered. */
async function sent(ticket: string, steps: readonly Told[], technician = by, batch = 'first') {
  const { status, body } = await centre.tell<{ readonly results: readonly StepResult[] } & Problem>(
    technician,
    `tickets/${ticket}/send-steps`,
    {
      steps: steps.map(([command, time, data], index) => ({
        key: `${ticket}/${batch}/${index}`,
        command,
        occurredAt: at(time),
        data: { visit, ...data },
      })),
    },
  );
  expect(status).toBe(200);
  position = body.results.findLast(({ outcome }) => outcome)?.outcome?.position ?? position;
  return body.results.map(({ result, problem }) => problem?.code ?? result);
}

const done = (steps: readonly Told[]) => steps.map(() => 'done');

/** The ticket as board and detail show it, and what was found on it, its clocks aside. */
async function shown(ticket: string) {
  const asOf = `minPosition=${position}`;
  const board = await centre.read<PageOf<BoardItem>>('dispatcher', `tickets?limit=50&${asOf}`);
  const detail = await centre.read<TicketDetailAnswer>('dispatcher', `tickets/${ticket}?${asOf}`);
  const found = detail.findings
    .filter(({ article }) => article !== 'B2')
    .map(({ article, code, status }) =>
      status === 'open' ? `${article} ${code}` : `${article} ${code} (${status})`,
    );
  return { board: board.items.find((each) => each.ticket === ticket)!, detail, found };
}

async function office(ticket: string, command: string, data: object = {}) {
  const path = `tickets/${ticket}/${command}`;
  const answer = await centre.tell<OutcomeBody & Problem>('supervisor', path, data);
  if (answer.status === 200) position = answer.body.position;
  return answer;
}

/** Closes the ticket when the supervisor has looked at all that was found on it. */
async function closed(ticket: string, outcome: string, more: object = {}) {
  const resolved = await office(ticket, 'resolve-ticket', { summary: '见记录', outcome, ...more });
  expect(resolved.body).not.toHaveProperty('code');
  const { detail } = await shown(ticket);
  for (const { finding, status } of detail.findings) {
    if (status !== 'open') continue;
    const verdict = { finding, verdict: 'excused', reason: '已核实' };
    expect((await office(ticket, 'review-finding', verdict)).status).toBe(200);
  }
  const { status, body } = await office(ticket, 'close-ticket');
  return [status, body.code ?? (await shown(ticket)).detail.status];
}

const KIT = { badge: true, uniform: true, tools: [], parts: [] };
const out: readonly Told[] = [
  ['review-customer-file', '08:26'],
  ['analyse-fault', '08:27', { symptom: '不制冷', suspectedCause: '电容', parts: [], tools: [] }],
  ['prepare-visit', '08:30', KIT],
];
const minutes = (hour: string, steps: readonly Told[]): Told[] =>
  steps.map(([command, minute, data]) => [command, `${hour}:${minute}`, data]);
/** To the customer's and all that comes before the work. */
const there = (hour: string): Told[] => [
  ...out,
  ...minutes(hour, [
    ['depart', '00'],
    ['record-arrival', '01'],
    ['greet-customer', '02', { introduced: true, credentialsShown: true }],
    ['ask-about-fault', '02', { words: '开机十分钟后跳闸' }],
    ['check-entitlement', '03', { document: 'W-1' }],
    ['record-consent', '04', { by: '孙丽' }],
    ['inspect-integrity', '05', { partsComplete: true, tamperingSigns: false, photos: [] }],
  ]),
];
const explain = {
  advice: '每季清洗滤网',
  confidential: false,
  declined: false,
  customerUnfamiliar: false,
  plainWords: true,
};
const FAREWELL = { responsiblePersonsAsked: false, nobodyElse: true, customerContent: true };
const REPAIRED = { cause: 'company-product', testResult: '出风 12 度', restored: true, photos: [] };
const extra = (amount: string) => ({
  lines: [{ item: 'labour', what: '加装报警器', amount, basis: 'extra-service' }],
});

test('[V11] what a supervisor decided stands, and another customer’s contract does not bring the cover back', async () => {
  const step = (command: string, time: string, data: object = {}) =>
    centre.done('zhao-jun', `tickets/T-override/${command}`, {
      visit,
      ...data,
      occurredAt: at(time),
    });
  await step('depart', '09:00');
  await step('record-arrival', '09:05');
  const covered = await step('check-entitlement', '09:06', { document: 'W-1' });
  expect(covered.events).toMatchObject([
    { data: { entitlement: { kind: 'in-warranty' } } },
    ...covered.events.slice(1),
  ]);
  const override = { entitlement: { kind: 'chargeable' }, reason: '凭证系伪造' };
  const decided = await office('T-override', 'check-entitlement', {
    visit,
    override,
    occurredAt: at('09:10'),
  });
  expect(decided.status).toBe(200);
  for (const document of ['HT-RJ', 'W-1']) {
    const { status, body } = await centre.tell('zhao-jun', 'tickets/T-override/check-entitlement', {
      visit,
      document,
      occurredAt: at('09:12'),
    });
    expect([status, body.code, body.article]).toEqual([422, 'override-stands', 'V11']);
  }
  const { detail } = await shown('T-override');
  expect(detail.visits).toMatchObject([{ entitlement: { kind: 'chargeable' } }]);
});

test('[V7] a no-show of the office is corrected by the batch that disproves it', async () => {
  await centre.until(at('10:05'));
  const missed = await office('T-missed', 'record-no-show', { visit, occurredAt: at('10:05') });
  expect(missed.status).toBe(200);
  expect((await shown('T-missed')).found).toEqual(['V7 no-show']);
  await centre.until(at('11:40'));
  const steps: Told[] = [
    ...out,
    ['depart', '08:45'],
    ['record-arrival', '10:20'],
    ['greet-customer', '10:21', { introduced: true, credentialsShown: true }],
    ['leave-site', '11:30'],
  ];
  expect(await sent('T-missed', steps, 'wang-fang')).toEqual(done(steps));
  const { detail, found } = await shown('T-missed');
  expect(detail.visits).toMatchObject([
    { progress: 'left', arrivedAt: at('10:20'), leftAt: at('11:30') },
  ]);
  expect(found).toEqual(expect.arrayContaining(['V7 no-show (withdrawn)', 'V7 late-arrival']));
});

test('[V21] [V22] [V24] [V26] what belongs after the work and was done before it owes itself anew', async () => {
  await centre.until(at('21:30'));
  const end = (time: string): Told[] => [
    ['clean-site', time],
    ['sign-service-record', time, { signature: signed('T-order', time), satisfaction: 5 }],
    ['hand-over-customer-copy', time],
    ['leave-card', time],
    ['apologise', time],
    ['bid-farewell', time, FAREWELL],
  ];
  const part = (time: string): Told => ['consume-part', time, { sku: 'CAP-35', quantity: 1 }];
  const steps: Told[] = [
    ...there('09'),
    ...end('09:31'),
    ['start-work', '09:40'],
    ...['09:50', '09:55', '10:00'].map(part),
    ['complete-repair', '10:20', REPAIRED],
    ['give-explanation', '10:21', { subject: 'cause', ...explain }],
    ['leave-site', '10:22'],
  ];
  expect(await sent('T-order', steps)).toEqual(done(steps));
  expect((await shown('T-order')).found).toEqual([
    'V21 cleaned-before-end-of-work',
    'V24 copy-before-end-of-work',
    'V26 farewell-before-end-of-work',
  ]);
  const unsigned = await office('T-order', 'complete-visit', { visit });
  expect([unsigned.status, unsigned.body.article, unsigned.body.code]).toEqual([
    422,
    'V22',
    'record-unsigned',
  ]);
  const anew = { signature: signed('T-order', '10:25'), satisfaction: 5 };
  expect(await sent('T-order', [['sign-service-record', '10:25', anew]], by, 'anew')).toEqual([
    'done',
  ]);
  expect((await office('T-order', 'complete-visit', { visit })).status).toBe(200);
  expect(await closed('T-order', 'restored')).toEqual([200, 'closed']);
});

test('[V23] 500 signed and 1.00 collected: the visit completes, and 499 stay owed on the ticket and on the board', async () => {
  const steps: Told[] = [
    ...there('15'),
    ...minutes('15', [
      [
        'acknowledge-charge',
        '06',
        { quote: extra('500.00'), signature: signed('T-owed', '15:06') },
      ],
      ['start-work', '08'],
      ['complete-repair', '40', REPAIRED],
      ['clean-site', '41'],
      ['sign-service-record', '41', { signature: signed('T-owed', '15:41'), satisfaction: 4 }],
      ['collect-charge', '42', { amount: '1.00', method: 'cash', receipt: 'SJ-1' }],
      ['leave-site', '45'],
      ['complete-visit', '50'],
    ]),
  ];
  expect(await sent('T-owed', steps)).toEqual(done(steps));
  expect(await closed('T-owed', 'restored')).toEqual([200, 'closed']);
  const { board, detail, found } = await shown('T-owed');
  expect(found).toContain('V23 charge-not-collected (excused)');
  expect([board.owed, detail.owed]).toEqual(['499.00', '499.00']);
  const paid = { visit, amount: '499.00', method: 'transfer', receipt: 'SJ-2' };
  expect((await office('T-owed', 'collect-charge', paid)).status).toBe(200);
  expect((await shown('T-owed')).detail.owed).toBe('0.00');
});

test('[V17] [V23] who declines after the work began pays what was done of what they signed, and the ticket closes', async () => {
  const steps: Told[] = [
    ...there('16'),
    ...minutes('16', [
      [
        'acknowledge-charge',
        '06',
        {
          quote: {
            lines: [
              ...extra('200.00').lines,
              {
                item: 'parts',
                sku: 'CAP-35',
                quantity: 2,
                what: '备件',
                amount: '80.00',
                basis: 'extra-service',
              },
            ],
          },
          signature: signed('T-declined', '16:06'),
        },
      ],
      ['start-work', '08'],
      ['consume-part', '10', { sku: 'CAP-35', quantity: 1 }],
      ['log-labour', '20', { workType: '加装', span: span('16:08', '16:20') }],
      ['refuse-signature', '21', { reason: '不修了' }],
      ['leave-site', '22'],
      ['complete-visit', '25'],
    ]),
  ];
  expect(await sent('T-declined', steps)).toEqual(done(steps));
  expect(await closed('T-declined', 'declined')).toEqual([200, 'closed']);
  const { detail } = await shown('T-declined');
  expect(detail.visits[0]!.charge.due).toEqual(['200.00', '40.00']);
  expect(detail.owed).toBe('240.00');
});

test('[V11] [V13] [V17] [R12] work without consent, a part and 80 yuan are stored, and all of it found', async () => {
  const steps: Told[] = [
    ...out,
    ...minutes('17', [
      ['depart', '00'],
      ['record-arrival', '01'],
      ['greet-customer', '02', { introduced: true, credentialsShown: true }],
      ['start-work', '05'],
      ['consume-part', '10', { sku: 'CAP-35', quantity: 1 }],
      ['collect-charge', '20', { amount: '80.00', method: 'cash' }],
      ['leave-site', '30'],
    ]),
  ];
  expect(await sent('T-careless', steps)).toEqual(done(steps));
  const { board, detail, found } = await shown('T-careless');
  expect(found).toEqual(
    expect.arrayContaining([
      'V11 entitlement-unchecked',
      'V11 work-before-consent',
      'V13 integrity-uninspected',
      'R12 part-not-in-hand',
      'V17 no-quote-signed',
    ]),
  );
  expect(detail.visits[0]!.charge.collected).toMatchObject([{ amount: '80.00', method: 'cash' }]);
  const open = detail.findings.filter(({ status }) => status === 'open');
  expect(board.openFindings).toHaveLength(open.length);
});

test('[V7] [V8] a customer who is not there brings no finding, and once is not enough to end the ticket', async () => {
  const nobody = { waitedMinutes: 20, called: '打了两次电话', noteLeft: true };
  const steps: Told[] = [
    ...out,
    ['depart', '18:00'],
    ['record-arrival', '18:05'],
    ['record-customer-absent', '18:25', nobody],
  ];
  expect(await sent('T-absent', steps)).toEqual(done(steps));
  const { detail, found } = await shown('T-absent');
  expect([found, detail.visits[0]!.progress]).toEqual([[], 'absent']);
  const once = await office('T-absent', 'resolve-ticket', {
    summary: '无人',
    outcome: 'no-access',
  });
  expect([once.status, once.body.code]).toEqual([422, 'not-absent-twice']);
});

test('[V13] a discrepancy that nobody will sign ends the ticket without a repair', async () => {
  const tampered = { partsComplete: true, tamperingSigns: true, note: '封条已破', photos: [] };
  const steps: Told[] = [
    ...there('19').slice(0, -1),
    ['inspect-integrity', '19:05', tampered],
    ['give-explanation', '19:06', { subject: 'discrepancy', ...explain }],
    ['leave-site', '19:15'],
  ];
  expect(await sent('T-unsigned', steps)).toEqual(done(steps));
  const ended = await closed('T-unsigned', 'not-signed');
  expect(ended).toEqual([200, 'closed']);
});

test('[R10] a product that cannot be repaired ends it too, and says who agreed', async () => {
  const steps: Told[] = [
    ...there('20'),
    ['start-work', '20:08'],
    ['complete-repair', '20:30', { ...REPAIRED, testResult: '主板烧毁', restored: false }],
    ['refuse-signature', '20:32', { reason: '等单位盖章' }],
    ['leave-site', '20:35'],
    ['complete-visit', '20:40'],
  ];
  expect(await sent('T-scrapped', steps)).toEqual(done(steps));
  const alone = await office('T-scrapped', 'resolve-ticket', {
    summary: '报废',
    outcome: 'unrepairable',
  });
  expect(alone.status).toBeGreaterThanOrEqual(400);
  const agreed = { agreedBy: '孙丽', disposal: 'scrapped' };
  expect(await closed('T-scrapped', 'unrepairable', agreed)).toEqual([200, 'closed']);
});
