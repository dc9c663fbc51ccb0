import { expect, test } from '@jest/globals';
import * as past from '../../testing/past.js';
import * as site from '../../testing/on-site.past.js';
import {
  at,
  command,
  givenFor,
  inBatch,
  span,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

const given = givenFor(ticketDecider.decide);
const visit = 1;
const log = (from: '09:32' | '09:50' | '09:55', until: '09:40' | '10:20' = '10:20') =>
  command('LogLabour', { visit, workType: '检修', span: span(from, until) }, until, {
    known: { logged: [] },
  });
const late = (asked: TicketCommand) => inBatch(asked, at('11:40'));
const consent = (time: '09:31' | '09:45') =>
  late(command('RecordConsent', { visit, by: '孙丽' }, time));
const start = (time: '09:50' | '10:10') => late(command('StartWork', { visit }, time));

/** What is told in turn, and the ticket as it stands after it. */
function told(before: readonly TicketEvent[], ...commands: readonly TicketCommand[]): OpenedTicket {
  const events = commands.reduce<readonly TicketEvent[]>(
    (known, asked) => [...known, ...ticketDecider.decide(asked, ticketAfter(...known))],
    before,
  );
  return ticketAfter(...events);
}

const codes = (
  { findings }: OpenedTicket,
  status: OpenedTicket['findings'][number]['status'] = 'open',
) => findings.filter((each) => each.status === status).map((each) => each.code);

const checked = [...site.onSite, site.entitled(), site.inspected()];
const agreed = [...checked, site.consented()];

test('[R10] the start that is told afterwards withdraws what was found of the hours after it', () => {
  const before = told(agreed, late(log('09:50')));
  expect(codes(before)).toEqual(['work-not-started']);
  const after = told(agreed, late(log('09:50')), start('09:50'));
  expect([codes(after), codes(after, 'withdrawn')]).toEqual([[], ['work-not-started']]);
  expect(codes(told(agreed, late(log('09:50')), start('10:10')))).toEqual(['work-not-started']);
});

test('[V11] the consent that is told afterwards withdraws it where it came before the hours', () => {
  const begun = [...checked, past.workStarted()];
  const missed = ['work-before-consent'];
  expect(codes(told(begun, late(log('09:50')), consent('09:45')), 'withdrawn')).toEqual(missed);
  const early = told(checked, late(log('09:32', '09:40')), start('09:50'), consent('09:45'));
  expect(codes(early)).toContain('work-before-consent');
  const first = told(checked, late(log('09:32', '09:40')), start('09:50'), consent('09:31'));
  expect(codes(first)).not.toContain('work-before-consent');
});

test('[V11] hours of after the consent do not take back what the start had lacked', () => {
  const careless = told(checked, start('09:50'), late(log('09:55')));
  expect(codes(careless)).toEqual(['work-before-consent']);
});

test('[V22] hours without a start are work done: the record is signed, and the ticket not cancelled', () => {
  const worked = [...agreed, site.labourLogged('09:50', '10:20'), past.left()];
  given(...worked)
    .when(command('CompleteVisit', { visit }, '11:10'))
    .thenRefusedUnder('V22', 'record-unsigned');
  expect(() =>
    ticketDecider.decide(
      command('CancelTicket', { reason: '不修了' }, '11:10', {
        known: { receivedAt: at('11:10') },
      }),
      ticketAfter(...worked),
    ),
  ).toThrow(expect.objectContaining({ code: 'work-done' }));
});

test('[V11] hours of before the start leave the entitlement to be checked and the work to be started', () => {
  const hours = [...site.onSite, site.consented(), site.labourLogged('09:32', '09:40')];
  const check = command('CheckEntitlement', { visit, document: 'W-100' }, '09:45', {
    known: { entitlement: site.IN_WARRANTY },
  });
  given(...hours)
    .when(check)
    .events();
  given(...hours, site.entitled(), site.inspected())
    .when(command('StartWork', { visit }, '09:50'))
    .events();
});

test('[R10] hours that are moved behind the start are found no longer; others of the same person stay found', () => {
  const [entry, finding] = ticketDecider.decide(
    log('09:32', '09:40'),
    ticketAfter(...site.working),
  );
  const correct = command(
    'CorrectLabour',
    { entry: 1, span: span('09:50', '10:00'), reason: '记错时间' },
    '10:30',
    { known: { logged: [] } },
  );
  expect(finding?.type).toBe('FindingRecorded');
  const alone = told(site.working, log('09:32', '09:40'), correct);
  expect(codes(alone)).toEqual([]);
  expect(entry?.type).toBe('LabourLogged');
});
