import type { LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  event,
  inBatch,
  span,
  SUPERVISOR,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import type { ChargeBasis } from './ticket.values.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/* That the charge was not collected is found when the paper is complete, and withdrawn where it was never owed. */

const visit = 1;
const charged = (basis: ChargeBasis, ...paid: TicketEvent[]) => [
  ...site.onSite,
  site.entitled(site.CHARGEABLE),
  site.consented(),
  site.inspected(),
  ...(basis === 'external-cause' ? [site.externalCause()] : []),
  site.quoteSigned('180.00', basis),
  past.workStarted(),
  site.labourLogged('09:55', '10:20'),
  past.repaired({ cause: basis === 'external-cause' ? 'external' : 'company-product' }),
  site.signed(),
  ...paid,
  past.left(),
  { ...past.found(1, 'V23', 'charge-not-collected'), occurredAt: at('11:10') },
  past.visitCompleted('11:10'),
];
const later = [past.resolved('15:00')];
const COVERED = { entitlement: site.IN_WARRANTY, reason: '合同在档案室找到' };
const override = (time: LocalTime, decided = COVERED) =>
  command('CheckEntitlement', { visit, override: decided }, time, {
    by: SUPERVISOR,
    known: { entitlement: undefined },
  });
const collect = (amount: string, time: LocalTime, restAgreed?: string) =>
  inBatch(
    command(
      'CollectCharge',
      { visit, amount, method: 'cash', receipt: 'R-7', ...(restAgreed && { restAgreed }) },
      time,
    ),
    at('18:00'),
  );

/** How the finding stands after a command, and what else was found by it. */
function standsAfter(history: readonly TicketEvent[], asked: TicketCommand) {
  const events = ticketDecider.decide(asked, ticketAfter(...history));
  const told = events.flatMap(({ type, data }) =>
    type === 'FindingWithdrawn' ? [[data.finding, data.disprovedBy.type]] : [],
  );
  const after = events.reduce<OpenedTicket>(
    (ticket, next) => ticketDecider.evolve(ticket, next) as OpenedTicket,
    ticketAfter(...history),
  );
  const found = after.findings.filter(({ code }) => code === 'charge-not-collected');
  return { told, found: found.map(({ status }) => status) };
}

test('[B2] [V23] cover that is found later withdraws that the charge was not collected', () => {
  for (const history of [charged('out-of-cover'), [...charged('out-of-cover'), ...later]]) {
    expect(standsAfter(history, override('17:00'))).toEqual({
      told: [[1, 'EntitlementChecked']],
      found: ['withdrawn'],
    });
  }
  const upheld = event('FindingUpheld', { finding: 1, article: 'V23' }, '16:00', SUPERVISOR);
  expect(standsAfter([...charged('out-of-cover'), upheld], override('17:00')).found).toEqual([
    'withdrawn',
  ]);
});

test('[V23] what cover does not bear was owed all the same', () => {
  expect(standsAfter(charged('external-cause'), override('17:00')).found).toEqual(['open']);
  const none = { ...COVERED, entitlement: site.CHARGEABLE };
  expect(standsAfter(charged('out-of-cover'), override('17:00', none)).found).toEqual(['open']);
});

test('[V17] [V23] a cause that is withdrawn withdraws it too', () => {
  const withdraw = command('WithdrawExternalCause', { visit, reason: '电压正常' }, '11:30');
  expect(standsAfter(charged('external-cause'), inBatch(withdraw, at('12:00'))).found).toEqual([
    'withdrawn',
  ]);
});

test('[V23] hours that are withdrawn withdraw it where nothing was done', () => {
  const declined = charged('external-cause')
    .filter(({ type }) => type !== 'RepairCompleted')
    .concat(past.resolved('15:00', 'declined'));
  const correct = (more: object) =>
    command('CorrectLabour', { entry: 1, reason: '记错工单', ...more }, '16:00', {
      known: { logged: [] },
    });
  expect(standsAfter(declined, correct({ withdrawn: true })).found).toEqual(['withdrawn']);
  expect(standsAfter(declined, correct({ span: span('09:55', '10:05') })).found).toEqual(['open']);
});

test('[V23] what was paid before, and is told late, withdraws it; what is paid later does not', () => {
  const paid = (amount: string, time: LocalTime) =>
    standsAfter(charged('external-cause'), collect(amount, time)).found;
  expect(paid('180.00', '10:46')).toEqual(['withdrawn']);
  expect(paid('179.00', '10:46')).toEqual(['open']);
  expect(paid('180.00', '11:11')).toEqual(['open']);
  expect(
    standsAfter(charged('external-cause'), collect('10.00', '10:46', '月底转账')).found,
  ).toEqual(['withdrawn']);
  const rest = [...charged('external-cause', site.collected('80.00')), site.receiptIssued('80.00')];
  expect(standsAfter(rest, collect('100.00', '10:50')).found).toEqual(['withdrawn']);
});

test('[V23] what was paid only later did not settle it, though nothing is owed any more', () => {
  const lines = [
    ...site.labourQuote('180.00').lines,
    {
      item: 'parts' as const,
      sku: 'CAP-35',
      quantity: 2,
      amount: '100.00',
      basis: 'external-cause' as const,
    },
  ];
  const quoted = { visit, quote: { lines }, total: '280.00', signature: site.SIGNATURE };
  const declined = (before: string) => [
    ...charged(
      'external-cause',
      event('ChargeAcknowledged', quoted, '10:31'),
      site.partConsumed({ entry: 2 }),
      site.collected(before),
    ).filter(({ type }) => type !== 'RepairCompleted'),
    { ...site.collected('100.00'), occurredAt: at('13:00') },
    past.resolved('15:00', 'declined'),
  ];
  const unused = command(
    'CorrectPart',
    { entry: 2, reason: '没有用上', withdrawn: true },
    '16:00',
    {
      known: { inHand: 0 },
    },
  );
  expect(standsAfter(declined('80.00'), unused).found).toEqual(['open']);
  expect(standsAfter(declined('180.00'), unused).found).toEqual(['withdrawn']);
});
