import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import type { DomainEvent } from '@app/kernel';
import { document2 } from '../domain/edition/document-2.js';
import type { OpeningActsEvent } from '../domain/opening/opening.events.js';
import type { YearEvent } from '../domain/year/year.events.js';
import { editions } from '../edition.aggregate.js';
import { standings } from '../standing.aggregate.js';
import { drafted, draftedSettings, inForce } from '../testing/editions.js';
import { openedCase } from '../testing/cases.js';
import { years } from '../year.aggregate.js';

const NAMES = new Map([
  ['he-ying', '何英'],
  ['chen-gang', '陈刚'],
  ['ma-guoqiang', '马国强'],
]);
const opening = eventOf<OpeningActsEvent>(SUPERVISOR);
const year = eventOf<YearEvent>(MANAGER);
const of = { employee: 'he-ying', year: '2026' };
const paper = { entry: 1, source: '台账第 3 页', dated: '2026-02-06' };
const act = {
  article: 'D26',
  clause: 'talks-back',
  level: 'demerit',
  facts: '顶撞',
  happenedOn: '2026-01-05',
  decidedOn: '2026-01-08',
} as const;
const { judgedBy } = openedCase(1, 'D26.talks-back').data;

type Said = readonly [{ readonly account: typeof standings.account }, DomainEvent, string, string];

test.each<readonly [string, ...Said]>([
  [
    'acts from paper',
    standings,
    opening('OpeningActsEntered', { ...of, ...paper, acts: [act] }),
    '主管陈刚自纸面录入期初第 1 笔（“台账第 3 页”，2026-02-06）：2026-01-05 D26.talks-back 记过（“顶撞”）；待总经理批准。',
    'supervisor 陈刚 entered opening entry 1 from paper (“台账第 3 页”, 2026-02-06): 2026-01-05 D26.talks-back demerit (“顶撞”); it waits for the general manager.',
  ],
  [
    'their approval',
    standings,
    opening('OpeningActsApproved', { ...of, entry: 1 }, '09:00', MANAGER),
    '总经理马国强批准期初第 1 笔。',
    'general manager 马国强 approved opening entry 1.',
  ],
  [
    'an act that was taken over',
    standings,
    opening('ActTakenOver', {
      ...{ case: 1, ...of, ...paper, ...act, points: -3, judgedBy },
      ...{ department: 'sales', supervisor: false, happenedAt: '2026-01-04T16:00:00.000Z' },
    } as never),
    '第 1 案（期初录入 1，2026-01-08 在纸面上决定）：记过（−3 分），D26.talks-back：“顶撞”。',
    'Case 1 (opening entry 1, decided on paper on 2026-01-08): demerit (−3 points), D26.talks-back: “顶撞”.',
  ],
  [
    'an act that is taken back',
    standings,
    opening('ActTakenBack', { case: 1, entry: 2 }),
    '第 1 案不再计入，由期初录入 2 更正。',
    'Case 1 no longer counts, as opening entry 2 corrects it.',
  ],
  [
    'a draft',
    editions,
    drafted('2026.2'),
    `主管陈刚拟订版本 2026.2，共 ${document2.clauses.length} 款。`,
    `supervisor 陈刚 drafted edition 2026.2 of ${document2.clauses.length} clauses.`,
  ],
  [
    'a draft of the service settings',
    editions,
    draftedSettings('2026.2'),
    '主管陈刚拟订服务设置版本 2026.2。',
    'supervisor 陈刚 drafted edition 2026.2 of the service settings.',
  ],
  [
    'an approval',
    editions,
    inForce('10:00', '2026.2'),
    '总经理马国强批准版本 2026.2，自 2026年3月2日 10:00 起施行。',
    'general manager 马国强 approved edition 2026.2, in force from 2 March 2026, 10:00.',
  ],
  [
    'a year that is closed',
    years,
    year('CentreYearClosed', { year: '2026' }),
    '总经理马国强结算 2026 年度，所有员工。',
    'general manager 马国强 closed the year 2026 for everybody.',
  ],
  [
    'a year that is reopened',
    years,
    year('CentreYearReopened', { year: '2026', reason: '补报' }),
    '总经理马国强重开 2026 年度：“补报”。',
    'general manager 马国强 reopened the year 2026: “补报”.',
  ],
  [
    'what changes after its end',
    years,
    year('CentreYearTouched', of),
    '年末之后，员工何英 2026 年度的奖惩有变动。',
    'After its end, something of the year 2026 of employee 何英 changed.',
  ],
])('%s: told in both languages', (_, ...rest) => {
  const [{ account }, said, zh, en] = rest;
  const told = (language: 'zh' | 'en') =>
    [...account.tell(recorded('line-1', [said]) as never, language, NAMES)]
      .map((line) => line?.text)
      .join();
  expect(told('zh')).toContain(zh);
  expect(told('en').toLowerCase()).toContain(en.toLowerCase());
});
