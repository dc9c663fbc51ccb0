import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import { at, event, ticketAfter } from '../../testing/ticket.builders.js';

test('a visit remembers what its steps have to know', () => {
  const [visit] = ticketAfter(
    ...site.onSite,
    site.greeted(),
    site.entitled(),
    site.consented(),
    site.tampered(),
    site.discrepancySigned(),
    site.explained('discrepancy'),
    past.workStarted(),
    site.externalCause(),
    site.quoteSigned(),
    site.labourLogged('09:50', '10:20'),
    past.repaired({ cause: 'external' }),
    site.cleaned(),
    site.signatureRefused(),
    site.signed(),
    site.collected('100.00'),
    site.collected('80.00'),
    site.receiptIssued('100.00'),
    site.receiptIssued('80.00'),
    site.copyHandedOver(),
    site.cardLeft(),
    site.farewell(),
    site.apologised(),
    past.left(),
  ).visits;
  expect(visit).toMatchObject({
    status: 'left',
    arrivedAt: at('09:30'),
    greeting: { introduced: true, credentialsShown: true },
    entitlement: site.IN_WARRANTY,
    consented: true,
    inspection: { discrepancies: [at('09:40')], signatures: [at('09:42')] },
    explained: [{ subject: 'discrepancy', at: at('09:45') }],
    externalCause: true,
    charge: { total: '180.00', signedAt: at('10:00') },
    workStarted: true,
    repair: { cause: 'external', restored: true },
    cleaned: true,
    signed: true,
    signatureRefused: true,
    money: { charged: '180.00', collected: '180.00' },
    receipt: { number: 'R-1', amount: '180.00' },
    customerCopy: true,
    cardLeft: true,
    farewell: { responsiblePersonsAsked: true, customerContent: true },
    apologised: true,
    leftAt: at('11:00'),
  });
});

test('work makes it working, a break leaves it so, leaving and the paper end it', () => {
  const status = (...more: Parameters<typeof ticketAfter>) =>
    ticketAfter(...site.working, ...more).visits[0]?.status;
  expect(status()).toBe('working');
  expect(status(site.suspended())).toBe('working');
  expect(status(site.suspended(), past.left())).toBe('left');
  expect(status(past.left(), past.visitCompleted())).toBe('completed');
});

test('work in the workshop does not bring the technician back to the customer', () => {
  const [visit] = ticketAfter(
    ...site.readyToWork,
    past.productTakenIn(),
    past.left(),
    past.workStarted('13:00'),
  ).visits;
  expect(visit).toMatchObject({ status: 'left', workStarted: true });
});

test('another look at the product asks for another signature', () => {
  const [visit] = ticketAfter(
    ...site.onSite,
    site.tampered(),
    site.discrepancySigned(),
    site.tampered('09:45'),
  ).visits;
  expect(visit).toMatchObject({
    inspection: { discrepancies: [at('09:40'), at('09:45')], signatures: [at('09:42')] },
  });
});

test('what was declined is not explained', () => {
  const [visit] = ticketAfter(...site.onSite, site.explained('fee', true)).visits;
  expect(visit).toMatchObject({ explained: [] });
});

test('visits do not interfere, and what is on none changes none', () => {
  const second = [
    past.scheduled({ visit: 2 }),
    past.departed('09:00', 2),
    past.arrived('09:00', 2),
  ];
  const before = ticketAfter(...site.onSite, ...second, past.productTakenIn());
  const after = ticketAfter(
    ...site.onSite,
    ...second,
    past.productTakenIn(),
    event('CardLeft', { visit: 2 }),
    event('ProductReturned', { product: 'AC-778', receivedBy: '孙丽' }),
  );
  expect(after.visits[0]).toEqual(before.visits[0]);
  expect(after.visits[1]).toEqual({
    ...before.visits[1],
    cardLeft: true,
    stepsAt: { ...before.visits[1]?.stepsAt, CardLeft: at('09:00') },
    firstAt: { ...before.visits[1]?.firstAt, CardLeft: at('09:00') },
  });
});
