import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Account, Replay } from '@app/audit';
import type { PageOf } from '@app/http';
import { fold } from '@app/kernel';
import { articleTitle } from '@app/policy';
import type { FindingRow } from '@app/findings/src/read-models/findings-inbox/findings-inbox.row.js';
import { ticketDecider } from '@app/tickets/src/domain/ticket/ticket.decider.js';
import type { TicketEvent } from '@app/tickets/src/domain/ticket/ticket.events.js';
import { at, Centre, span } from './centre/centre.js';
import { equip, plan, take, warrant } from './centre/good-day.js';

let centre: Centre;
let position: string;

/** Li Wei does what he came for, and nothing of what is asked of him besides. */
beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre);
  await warrant(centre);
  const image = await centre.image('li-wei', 'a hasty signature');
  const signature = { name: '孙丽', role: 'customer', signedAt: at('11:40'), image };
  const visit = 1;
  await plan(centre, 'T-1', 'li-wei', span('09:00', '10:00'));
  const by = 'li-wei';
  const outcome = await take(centre, 'T-1', [
    [by, 'prepare-visit', '08:40', { visit, badge: false, uniform: false, tools: [], parts: [] }],
    [by, 'depart', '10:30', { visit }],
    [by, 'record-arrival', '11:00', { visit }],
    [by, 'check-entitlement', '11:05', { visit, document: 'W-1' }],
    [by, 'record-consent', '11:06', { visit, by: '孙丽' }],
    [
      by,
      'inspect-integrity',
      '11:07',
      { visit, partsComplete: true, tamperingSigns: false, photos: [] },
    ],
    [by, 'start-work', '11:10', { visit }],
    [
      by,
      'complete-repair',
      '11:30',
      { visit, cause: 'company-product', testResult: '正常', restored: true, photos: [] },
    ],
    [
      'hotline',
      'report-conduct-incident',
      '11:35',
      { visit, kind: 'gift-taken', description: '收了一条烟', reportedBy: '孙丽', photos: [] },
    ],
    [by, 'sign-service-record', '11:40', { visit, signature, satisfaction: 2 }],
    [by, 'leave-site', '11:45', { visit }],
    [by, 'complete-visit', '11:50', { visit }],
    ['dispatcher', 'resolve-ticket', '12:00', { summary: '更换电容' }],
  ]);
  position = outcome.position;
}, 60_000);

afterAll(() => centre?.close());

const replay = (query: string) =>
  centre.read<Replay>('supervisor', `streams/ticket-T-1/replay?${query}`);
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('after every version the replay is the fold of the stream so far', async () => {
  const { store } = centre.service;
  const stream = (await store.readStream('ticket-T-1')) as unknown as TicketEvent[];
  expect(stream.length).toBeGreaterThan(30);
  for (let version = 0; version <= stream.length; version++) {
    const { state, counted, newest } = await replay(`version=${version}`);
    expect([version, counted, newest]).toEqual([version, version, stream.length]);
    expect(state).toEqual(asJson(fold(ticketDecider, stream.slice(0, version))));
  }
  expect(await replay('')).toMatchObject({ counted: stream.length });
});

test('what each event changed leads from the first state to the last', async () => {
  const { events } = await replay('');
  expect(events.filter(({ changes }) => changes.length === 0)).toEqual([]);
  const arrival = events.find(({ type }) => type === 'TechnicianArrived')!;
  expect(arrival).toMatchObject({ actor: { id: 'li-wei', role: 'technician' }, articles: ['V7'] });
  expect(arrival.changes).toContainEqual(
    expect.objectContaining({ path: '/visits/0/status', to: 'on-site' }),
  );
});

test.each(['zh', 'en'] as const)(
  'the account in %s names the article of every finding',
  async (lang) => {
    const { items: findings } = await centre.read<PageOf<FindingRow>>(
      'supervisor',
      `findings?kind=ticket&entity=T-1&limit=200&minPosition=${position}`,
    );
    expect([...new Set(findings.map(({ article }) => article))].sort()).toEqual(
      [
        'B2',
        'V10',
        'V11',
        'V14',
        'V21',
        'V24',
        'V25',
        'V26',
        'V27',
        'V3',
        'V4',
        'V5',
        'V6',
        'V7',
        'V8',
        'V9',
      ].filter((id) => findings.some(({ article }) => article === id)),
    );
    expect(findings.length).toBeGreaterThan(9);
    const answer = await centre.send<Account>('supervisor', `tickets/T-1/account?lang=${lang}`, {
      method: 'GET',
      headers: { Accept: 'application/json' },
    });
    const lines = answer.body.lines.map(({ text }) => text);
    expect(lines.length).toBeGreaterThan(20);
    for (const { finding, article } of findings) {
      const number = lang === 'zh' ? `偏差 ${finding}：` : `finding ${finding}: `;
      const said = lines.find((line) => line.includes(number));
      expect(said).toContain(`[${article}]`);
      const title = articleTitle(article, lang).replace('“', '‘').replace('”', '’');
      expect(said).toContain(`“${title}”`);
    }
  },
);
