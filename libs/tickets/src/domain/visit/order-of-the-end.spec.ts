import { fold } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { readyToWork, SIGNATURE } from '../../testing/on-site.past.js';
import { at, command, span } from '../../testing/ticket.builders.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';

const visit = 1;
const CAUSE = {
  visit,
  subject: 'cause' as const,
  explanation: '电容老化',
  advice: '停用时断电',
  confidential: false,
  declined: false,
  customerUnfamiliar: false,
  plainWords: true,
};
const FAREWELL = { visit, responsiblePersonsAsked: false, nobodyElse: true, customerContent: true };

/** The ticket's events after these commands, from when everything was ready for work. */
function played(...commands: readonly TicketCommand[]): TicketEvent[] {
  return commands.reduce<TicketEvent[]>(
    (past, next) => [...past, ...ticketDecider.decide(next, fold(ticketDecider, past))],
    [...readyToWork],
  );
}

const sign = (time: string) =>
  command(
    'SignServiceRecord',
    { visit, signature: { ...SIGNATURE, signedAt: at(time) }, satisfaction: 5 },
    time,
  );
const codes = (events: readonly TicketEvent[]) =>
  events.flatMap((event) =>
    event.type === 'FindingRecorded' ? [`${event.data.article} ${event.data.code}`] : [],
  );

const greeting = command(
  'GreetCustomer',
  { visit, introduced: true, credentialsShown: true },
  '09:32',
);
const end = [
  command('CleanSite', { visit }, '09:42'),
  sign('09:42'),
  command('HandOverCustomerCopy', { visit }, '09:42'),
  command('LeaveCard', { visit }, '09:42'),
  command('Apologise', { visit }, '09:42'),
  command('BidFarewell', FAREWELL, '09:42'),
];
const part = (time: string) =>
  command('ConsumePart', { visit, sku: 'CAP-35', quantity: 1 }, time, { known: { inHand: 3 } });
const work = [
  command('AskAboutFault', { visit, words: '不制冷' }, '09:45'),
  command('StartWork', { visit }, '09:45'),
  part('09:50'),
  part('09:55'),
  part('10:00'),
  command(
    'CompleteRepair',
    { visit, cause: 'company-product', testResult: '正常', restored: true, photos: [] },
    '10:20',
  ),
  command('GiveExplanation', CAUSE, '10:20'),
];
const leave = command('LeaveSite', { visit }, '10:30');
const complete = command('CompleteVisit', { visit }, '10:40');

test('[V21] [V24] [V26] what belongs after the work and was done before it is found; card and apology count', () => {
  const gone = played(greeting, ...end, ...work, leave);
  expect(codes(gone)).toEqual([
    'V21 cleaned-before-end-of-work',
    'V24 copy-before-end-of-work',
    'V26 farewell-before-end-of-work',
  ]);
});

test('[V22] a signature from before the work owes a new one', () => {
  const gone = played(greeting, ...end, ...work, leave);
  expect(() => ticketDecider.decide(complete, fold(ticketDecider, gone))).toThrow(
    expect.objectContaining({ article: 'V22', code: 'record-unsigned' }),
  );
  const anew = played(greeting, ...end, ...work, leave, sign('10:35'), complete);
  expect(anew.at(-1)).toMatchObject({ type: 'VisitCompleted' });
});

test('[V22] each signature is under the record as it then was', () => {
  const labour = command(
    'LogLabour',
    { visit, workType: '维修', span: span('09:45', '10:20') },
    '10:26',
    { known: { logged: [] } },
  );
  const events = played(greeting, ...work, sign('10:25'), labour, sign('10:27'));
  const records = events.flatMap((event) =>
    event.type === 'ServiceRecordSigned' ? [event.data.record] : [],
  );
  expect(new Set(records).size).toBe(2);
  expect(fold(ticketDecider, events)).toMatchObject({ visits: [{ signed: true }] });
});

test('[V21] [V24] [V26] done again after the work, they are in order', () => {
  const again = [
    command('CleanSite', { visit }, '10:21'),
    sign('10:22'),
    command('HandOverCustomerCopy', { visit }, '10:23'),
    command('BidFarewell', FAREWELL, '10:25'),
  ];
  expect(codes(played(greeting, ...end, ...work, ...again, leave))).toEqual([]);
});

test('[V24] a copy of what nobody had signed yet is found', () => {
  const wrong = [
    command('CleanSite', { visit }, '10:21'),
    command('HandOverCustomerCopy', { visit }, '10:22'),
    sign('10:23'),
    command('BidFarewell', FAREWELL, '10:25'),
    command('LeaveCard', { visit }, '10:26'),
    command('Apologise', { visit }, '10:27'),
  ];
  expect(codes(played(greeting, ...work, ...wrong, leave))).toEqual(['V24 copy-before-signature']);
});

test('[V26] whoever says that nobody else is responsible there has asked nobody else', () => {
  const both = command('BidFarewell', { ...FAREWELL, responsiblePersonsAsked: true }, '10:25');
  expect(() => played(greeting, both)).toThrow(
    expect.objectContaining({ code: 'nobody-else-asked', pointer: '/nobodyElse' }),
  );
});
