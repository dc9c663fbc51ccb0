import { fold, type LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { clockSet } from '../../testing/clocks.past.js';
import { CHARGEABLE, labourQuote, onSite, SIGNATURE } from '../../testing/on-site.past.js';
import { at, command, span } from '../../testing/ticket.builders.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import { hoursOn } from './work-entries.js';

/** The ticket's events after these commands, each decided on what came of those before. */
function played(...commands: TicketCommand[]): TicketEvent[] {
  return commands.reduce<TicketEvent[]>(
    (past, next) => [...past, ...ticketDecider.decide(next, fold(ticketDecider, past))],
    [...onSite, clockSet('restoration', { minutes: 270 })],
  );
}

const visit = 1;
const signed = (time: LocalTime) => ({ ...SIGNATURE, signedAt: at(time) });
const explanation = {
  visit,
  advice: '请加装稳压器',
  confidential: false,
  declined: false,
  customerUnfamiliar: true,
  plainWords: true,
};

const untilRepaired = [
  command('GreetCustomer', { visit, introduced: true, credentialsShown: true }, '09:31'),
  command('AskAboutFault', { visit, words: '不凉' }, '09:32'),
  command('CheckEntitlement', { visit, barcode: 'B-7', documentNotFound: true }, '09:33', {
    known: { entitlement: CHARGEABLE },
  }),
  command('GiveExplanation', { ...explanation, subject: 'fee' }, '09:34'),
  command(
    'AcknowledgeCharge',
    { visit, quote: labourQuote('115.00', 'out-of-cover'), signature: signed('09:36') },
    '09:36',
  ),
  command('RecordConsent', { visit, by: '孙丽' }, '09:37'),
  command(
    'InspectIntegrity',
    { visit, partsComplete: true, tamperingSigns: false, photos: [] },
    '09:40',
  ),
  command('StartWork', { visit }, '09:45'),
  command(
    'FindExternalCause',
    { visit, cause: '电压不稳', noted: true, signature: signed('10:00') },
    '10:00',
  ),
  command('GiveExplanation', { ...explanation, subject: 'cause' }, '10:02'),
  command(
    'SuspendWork',
    {
      visit,
      reason: 'rest-or-meal',
      customerSide: true,
      resumeAt: at('14:00'),
      hoursAsked: true,
      apologised: true,
    },
    '11:50',
  ),
  command('ResumeWork', { visit }, '14:00'),
  command('ConsumePart', { visit, sku: 'CAP-35', quantity: 1 }, '14:10', { known: { inHand: 1 } }),
  command('LogLabour', { visit, workType: '维修', span: span('14:00', '14:30') }, '14:30', {
    known: { logged: [] },
  }),
  command(
    'CompleteRepair',
    { visit, cause: 'external', testResult: '出风 12 度', restored: true, photos: [] },
    '14:35',
  ),
];

const untilCompleted = [
  command('CleanSite', { visit }, '14:40'),
  command('SignServiceRecord', { visit, signature: signed('14:45'), satisfaction: 5 }, '14:45'),
  command('CollectCharge', { visit, amount: '115.00', method: 'wechat' }, '14:46'),
  command('IssueReceipt', { visit, number: 'R-1' }, '14:47'),
  command('HandOverCustomerCopy', { visit }, '14:48'),
  command('LeaveCard', { visit }, '14:49'),
  command('BidFarewell', { visit, responsiblePersonsAsked: true, customerContent: true }, '14:50'),
  command('LeaveSite', { visit }, '14:55'),
  command('CompleteVisit', { visit }, '15:00'),
];

test('a visit that does as the policy asks runs from the greeting to the paper without a finding', () => {
  const events = played(...untilRepaired, ...untilCompleted);
  const ticket = fold(ticketDecider, events);
  expect(ticket).toMatchObject({
    findings: [],
    restored: true,
    deadlines: { restoration: { due: at('14:40'), paused: 130, verdict: 'met' } },
    visits: [{ status: 'completed' }],
  });
  const labour = ticket.status === 'none' ? [] : hoursOn(ticket, 'li-wei');
  expect(labour).toEqual([span('14:00', '14:30')]);
});

test('once it is completed, no step of it is taken again', () => {
  const commands = [...untilRepaired, ...untilCompleted];
  const events = played(...commands);
  const otherwise: Record<string, string> = {
    SignServiceRecord: 'record-already-signed',
    CollectCharge: 'charge-above-quote',
    IssueReceipt: 'nothing-to-receipt',
  };
  for (const again of commands) {
    expect(() => ticketDecider.decide(again, fold(ticketDecider, events))).toThrow(
      otherwise[again.type] ?? 'visit-completed',
    );
  }
});

test('every event of it names the articles that it answers to', () => {
  const events = played(...untilRepaired, ...untilCompleted).slice(onSite.length);
  expect(events.filter(({ articles }) => articles.length === 0)).toEqual([]);
});
