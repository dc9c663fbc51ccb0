import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Problem } from '@app/http';
import { at, Centre } from './centre/centre.js';
import { equip, plan, take, untilWork, warrant } from './centre/good-day.js';
import { eventsOfPeople } from './centre/of-people.js';

let centre: Centre;

beforeAll(async () => {
  centre = await Centre.open();
  await equip(centre);
  await warrant(centre);
  await plan(centre, 'T-1');
  await take(centre, 'T-1', untilWork());
  await centre.until(at('10:00'));
}, 60_000);

afterAll(() => centre?.close());

const line = { item: 'labour', amount: '80.00', basis: 'out-of-cover' };
const quote = { lines: [line] };
const signature = { name: '孙丽', role: 'customer', signedAt: at('10:00'), image: 'ab'.repeat(32) };
const part = { sku: 'CAP-35', quantity: 1 };
const preparation = { visit: 1, badge: true, uniform: true, tools: [], parts: [part] };

test.each<[string, object, readonly string[]]>([
  [
    'acknowledge-charge',
    { visit: 1, quote: { lines: [line, { ...line, amount: '80' }] }, signature },
    ['/quote/lines/1/amount'],
  ],
  [
    'acknowledge-charge',
    { visit: 1, quote: { ...quote, tip: '5.00' }, signature: { ...signature, role: 'dog' } },
    ['/quote/tip', '/signature/role'],
  ],
  [
    'acknowledge-charge',
    { visit: 1, quote: { ...quote, constructor: 'x' }, signature: { ...signature, prototype: 1 } },
    ['/quote/constructor', '/signature/prototype'],
  ],
  ['acknowledge-charge', { visit: 1, quote: null, signature }, ['/quote']],
  ['acknowledge-charge', { visit: 1, quote: [quote], signature }, ['/quote']],
  ['acknowledge-charge', { visit: 1, quote, signature: 'X' }, ['/signature']],
  [
    'acknowledge-charge',
    { visit: 1, quote, signature: { ...signature, name: 'a\u0000' } },
    ['/signature/name'],
  ],
  [
    'prepare-visit',
    { ...preparation, parts: [part, { ...part, quantity: 0 }] },
    ['/parts/1/quantity'],
  ],
  ['prepare-visit', { ...preparation, parts: [part, 7] }, ['/parts/1']],
  ['prepare-visit', { ...preparation, parts: [part, [part]] }, ['/parts/1']],
  ['prepare-visit', { ...preparation, tools: ['T-100', 'T 100'] }, ['/tools/1']],
  ['prepare-visit', { ...preparation, parts: part }, ['/parts']],
  [
    'complete-repair',
    { visit: 1, cause: 'no-fault', testResult: 'ok', restored: true, photos: ['x'] },
    ['/photos/0'],
  ],
  ['log-labour', { visit: 1, workType: 'repair', span: { from: at('09:30') } }, ['/span/until']],
  [
    'check-entitlement',
    { visit: 1, override: { reason: '…', entitlement: { kind: 'free', until: 'always' } } },
    ['/override/entitlement/kind', '/override/entitlement/until'],
  ],
])('%s names the field within: %j', async (command, body, pointers) => {
  const { store } = centre.service;
  const before = await eventsOfPeople(store);
  const details = new Set<string>();
  for (const language of ['zh-CN', 'en']) {
    const answer = await centre.tell<Problem>('li-wei', `tickets/T-1/${command}`, body, {
      'Accept-Language': language,
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
    const errors = answer.body.errors ?? [];
    expect([...new Set(errors.map(({ pointer }) => pointer))].sort()).toEqual(pointers);
    for (const { detail } of errors) {
      expect(detail).toMatch(language === 'en' ? /^[\x20-\x7e“”…]+$/ : /\p{Script=Han}/u);
      details.add(`${language} ${detail}`);
    }
  }
  expect(details.size).toBeGreaterThanOrEqual(2 * pointers.length);
  expect(await eventsOfPeople(store)).toBe(before);
});

test('a field that contradicts the ticket is named by the domain, in either language', async () => {
  const early = { visit: 1, workType: 'repair', span: { from: at('08:00'), until: at('09:30') } };
  for (const [language, words] of [
    ['zh', '工时早于到场时间'],
    ['en', 'the labour begins before the arrival'],
  ] as const) {
    const answer = await centre.tell<Problem>('li-wei', 'tickets/T-1/log-labour', early, {
      'Accept-Language': language,
    });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        code: 'labour-before-arrival',
        article: 'R10',
        errors: [{ pointer: '/span/from', detail: words }],
      },
    });
  }
});
