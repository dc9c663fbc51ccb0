import { NotFound, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { arrived, opened, repaired, scheduled, workStarted } from '../../testing/past.js';
import { POLICY_HOURS, POLICY_TERMS, SITE } from '../../testing/intake.js';
import {
  at,
  command,
  event,
  givenFor,
  HOTLINE,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import type { LinkCustomer } from '../ticket/ticket.commands.js';
import { clocksSet } from '../../testing/clocks.past.js';
import { linkCustomer } from './link-customer.js';

const given = givenFor(linkCustomer);
const link = (
  data: Partial<LinkCustomer['data']> = {},
  known: Partial<LinkCustomer['known']> = {},
  time: '08:30' | '09:30' = '08:30',
) =>
  command('LinkCustomer', { customer: 'C-2', reason: '查到档案', ...data }, time, {
    by: HOTLINE,
    known: { defaultQuietHours: POLICY_HOURS, sla: POLICY_TERMS, ...known },
  });
const linked = event(
  'CustomerLinked',
  {
    customer: 'C-2',
    site: 'S-2',
    ...SITE,
    before: {
      name: '孙丽',
      phone: '13800000001',
      address: '人民路 8 号 3 单元 502',
      landmark: '人民公园东门',
    },
    reason: '查到档案',
  },
  '08:30',
);
const called = [opened(), ...clocksSet];

test('[N12] links a ticket to a site on file, and names what the ticket said before', () => {
  given(opened())
    .when(link({ site: 'S-2' }, { site: SITE }))
    .then(linked);
  expect(ticketAfter(opened(), linked)).toMatchObject({
    customer: 'C-2',
    site: 'S-2',
    quietHours: SITE.quietHours,
    intake: { name: SITE.name, address: SITE.address, fault: '空调不制冷' },
  });
});

test('[N12] what is said goes before the file, and without a site what the ticket says stays', () => {
  const [said] = given(opened())
    .when(link({ site: 'S-2', phone: '13900000009' }, { site: SITE }))
    .events();
  expect(said?.data).toMatchObject({ phone: '13900000009', name: SITE.name });
  const [none] = given(opened(), linked)
    .when(link({ customer: 'C-3' }, {}, '09:30'))
    .events();
  expect(none?.data).toMatchObject({
    name: SITE.name,
    quietHours: POLICY_HOURS,
    before: { customer: 'C-2', site: 'S-2' },
  });
  expect(none?.data).not.toHaveProperty('site');
  expect(ticketAfter(opened(), linked, none!).site).toBeUndefined();
});

test('refuses a site that nobody knows, and a link that stands', () => {
  given(opened())
    .when(link({ site: 'S-9' }))
    .thenThrows(NotFound, 'site-not-found');
  given(opened(), linked)
    .when(link({ site: 'S-2' }, { site: SITE }))
    .thenThrows(NotPossible, 'customer-linked');
});

const own = { sla: { ...POLICY_TERMS, terms: 'C-2026-7', response: 60, restoration: 180 } };
const deadlines = (events: readonly { type: string; data: unknown }[]) =>
  events.filter(({ type }) => type === 'SlaDeadlineSet').map(({ data }) => data);

test('[B2] the clocks that run go by the customer’s terms from the call on', () => {
  const events = given(...called)
    .when(link({}, own))
    .events();
  expect(deadlines(events)).toMatchObject([
    { clock: 'response', due: at('09:00'), terms: 'C-2026-7', minutes: 60, paused: 0 },
    { clock: 'restoration', due: at('11:00'), terms: 'C-2026-7', minutes: 180, paused: 0 },
  ]);
});

test('[B2] other terms make no moment a breach that was none when it passed', () => {
  const [response] = deadlines(
    given(...called)
      .when(link({}, own, '09:30'))
      .events(),
  );
  expect(response).toMatchObject({ clock: 'response', due: at('09:30') });
});

test('[B2] a clock that has stopped stays as it was judged, and so do terms that are the same', () => {
  const there = [...called, scheduled(), arrived('09:00'), workStarted('09:05')];
  expect(
    deadlines(
      given(...there)
        .when(link({}, own, '09:30'))
        .events(),
    ),
  ).toMatchObject([{ clock: 'restoration' }]);
  const done = [...there, repaired({}, '09:20')];
  expect(
    deadlines(
      given(...done)
        .when(link({}, own, '09:30'))
        .events(),
    ),
  ).toEqual([]);
  expect(
    deadlines(
      given(...called)
        .when(link())
        .events(),
    ),
  ).toEqual([]);
});
