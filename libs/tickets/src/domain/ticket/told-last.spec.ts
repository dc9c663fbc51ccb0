import { DomainError } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { POLICY_HOURS, POLICY_TERMS } from '../../testing/intake.js';
import * as site from '../../testing/on-site.past.js';
import {
  at,
  command,
  DISPATCHER,
  HOTLINE,
  inBatch,
  LI_WEI,
  span,
  SUPERVISOR,
  TICKET,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { OpenedTicket, Ticket } from './ticket.state.js';

/*
 * A whole day, of which one step is told last, days later: it is stored, or refused for what no lateness
 * makes of it.
 */

const visit = 1;
const free = { elsewhere: [] as string[] };
const hours = { quietHours: [] };
const image = (letter: string) => letter.repeat(64);
const signature = (letter: string, time: string) => ({
  ...site.SIGNATURE,
  image: image(letter),
  signedAt: at(time),
});

/** What happened, in its order. The hours are those of one day. */
const DAY: readonly TicketCommand[] = [
  command(
    'OpenTicket',
    {
      ticket: TICKET,
      source: 'hotline',
      fault: '空调不制冷',
      name: '孙丽',
      phone: '13800000001',
      address: '人民路 8 号',
      landmark: null,
    },
    '08:00',
    { by: HOTLINE, known: { defaultQuietHours: POLICY_HOURS, sla: POLICY_TERMS } },
  ),
  command('CorrectIntake', { landmark: '人民公园', reason: '客户补充' }, '08:02', { by: HOTLINE }),
  command('RaiseToEmergency', { reason: '机房过热' }, '08:05', { by: HOTLINE }),
  command(
    'ScheduleVisit',
    { technician: LI_WEI.id, window: span('09:00', '10:00'), atCustomersWish: false },
    '08:10',
    { by: DISPATCHER, known: { technician: { employee: LI_WEI.id, active: true } } },
  ),
  command(
    'RescheduleVisit',
    {
      visit,
      window: span('09:30', '10:00'),
      atCustomersWish: true,
      reason: '客户要求',
      told: { by: '周敏', at: at('08:12'), how: 'phone', apologised: true },
    } as never,
    '08:12',
    {
      by: DISPATCHER,
      known: { technician: { employee: LI_WEI.id, active: true }, receivedAt: at('08:12') },
    },
  ),
  command('AddTechnician', { visit, technician: WANG_FANG.id }, '08:15', {
    by: DISPATCHER,
    known: { technician: { employee: WANG_FANG.id, active: true } },
  }),
  command('ReviewCustomerFile', { visit }, '08:20'),
  command(
    'AnalyseFault',
    { visit, symptom: '不制冷', suspectedCause: '电容', parts: ['CAP-35'], tools: ['T-100'] },
    '08:25',
  ),
  command(
    'PrepareVisit',
    {
      visit,
      badge: true,
      uniform: true,
      tools: ['T-100'],
      parts: [{ sku: 'CAP-35', quantity: 1 }],
    },
    '08:40',
    { known: { toolsInHand: ['T-100'] } },
  ),
  command('Depart', { visit }, '08:50'),
  command(
    'NotifyDelay',
    { visit, reason: '堵车', apologised: true, newArrival: at('10:10') },
    '09:40',
    { known: { receivedAt: at('09:40') } },
  ),
  command('RecordArrival', { visit }, '10:05', { known: free }),
  command('GreetCustomer', { visit, introduced: true, credentialsShown: true }, '10:06'),
  command('AskAboutFault', { visit, words: '开机十分钟后跳闸' }, '10:07'),
  command('CheckEntitlement', { visit, document: 'W-100' }, '10:08', {
    known: { entitlement: site.IN_WARRANTY },
  }),
  command('RecordConsent', { visit, by: '孙丽' }, '10:09'),
  command(
    'InspectIntegrity',
    { visit, partsComplete: true, tamperingSigns: true, note: '封条已破', photos: [] },
    '10:10',
  ),
  command('AcknowledgeDiscrepancy', { visit, signature: signature('a', '10:11') }, '10:11'),
  command(
    'GiveExplanation',
    {
      visit,
      subject: 'discrepancy',
      advice: '请勿自行拆机',
      confidential: false,
      declined: false,
      customerUnfamiliar: false,
      plainWords: true,
    },
    '10:12',
  ),
  command(
    'FindExternalCause',
    { visit, cause: '电压不稳', noted: true, signature: signature('b', '10:13') },
    '10:13',
  ),
  command(
    'AcknowledgeCharge',
    { visit, quote: site.labourQuote('180.00'), signature: signature('c', '10:15') },
    '10:15',
  ),
  command('StartWork', { visit }, '10:16', { known: hours }),
  command(
    'SuspendWork',
    {
      visit,
      reason: 'rest-or-meal',
      customerSide: true,
      resumeAt: at('10:50'),
      hoursAsked: true,
      apologised: true,
    },
    '10:30',
    { known: hours },
  ),
  command('ResumeWork', { visit }, '10:50', { known: hours }),
  command('LogLabour', { visit, workType: '检修', span: span('10:51', '11:05') }, '11:05', {
    known: { logged: [] },
  }),
  command('ConsumePart', { visit, sku: 'CAP-35', quantity: 1 }, '11:06', { known: { inHand: 1 } }),
  command('CorrectLabour', { entry: 1, workType: '维修', reason: '类别有误' }, '11:07', {
    known: { logged: [] },
  }),
  command(
    'TakeProductIn',
    {
      visit,
      product: 'AC-778',
      custodySlip: 'BG-1',
      agreedBy: '孙丽',
      photos: [],
      signature: signature('d', '11:08'),
    },
    '11:08',
  ),
  command(
    'CompleteRepair',
    { visit, cause: 'external', testResult: '出风 12 度', restored: true, photos: [] },
    '11:10',
    { known: hours },
  ),
  command('CleanSite', { visit }, '11:12'),
  command(
    'SignServiceRecord',
    { visit, signature: signature('e', '11:14'), satisfaction: 5 },
    '11:14',
  ),
  command('CollectCharge', { visit, amount: '180.00', method: 'cash' }, '11:15'),
  command('IssueReceipt', { visit, number: 'SJ-1' }, '11:16'),
  command('HandOverCustomerCopy', { visit }, '11:17'),
  command('LeaveCard', { visit }, '11:18'),
  command('Apologise', { visit }, '11:19'),
  command('BidFarewell', { visit, responsiblePersonsAsked: true, customerContent: true }, '11:20'),
  command(
    'ReportConductIncident',
    { visit, kind: 'gift-taken', description: '收了两条烟', reportedBy: '孙丽', photos: [] },
    '11:21',
    { by: HOTLINE },
  ),
  command('LeaveSite', { visit }, '11:25', { known: hours }),
  command('HandOverMoney', { visit, amount: '180.00' }, '11:45', { by: DISPATCHER }),
  command(
    'ReturnProduct',
    { product: 'AC-778', receivedBy: '孙丽', signature: signature('f', '11:50') },
    '11:50',
  ),
];

/** What the office does with it, which is done when it is entered. */
const AFTERWARDS: readonly TicketCommand[] = [
  command('CompleteVisit', { visit }, '11:55'),
  command(
    'ResolveTicket',
    { summary: '更换电容', outcome: 'declined', agreedBy: '孙丽' },
    '12:00',
    {
      by: DISPATCHER,
    },
  ),
];
const close = command('CloseTicket', {}, '15:00', { by: DISPATCHER });

/** What comes of a step: the ticket after it, and how it was answered. */
function told(ticket: Ticket, step: TicketCommand): { ticket: Ticket; answer: string } {
  try {
    const events = ticketDecider.decide(step, ticket);
    const answer = events.length > 0 ? 'stored' : 'nothing new';
    return { ticket: events.reduce(ticketDecider.evolve, ticket), answer };
  } catch (error) {
    if (error instanceof DomainError) return { ticket, answer: error.code };
    throw error;
  }
}

function toldAll(steps: readonly TicketCommand[], from: Ticket = ticketDecider.initialState()) {
  return steps.reduce((ticket, step) => told(ticket, inBatch(step, at('14:00'))).ticket, from);
}

/** Everything that was found is judged. */
function reviewed(ticket: Ticket): Ticket {
  const { findings } = ticket as OpenedTicket;
  const reviews = findings.map(({ finding }) =>
    command('ReviewFinding', { finding, verdict: 'upheld' }, '14:30', { by: SUPERVISOR }),
  );
  return reviews.reduce<Ticket>((before, step) => told(before, step).ticket, ticket);
}

const endedWithout = (last: TicketCommand) =>
  toldAll([...DAY.filter((step) => step !== last), ...AFTERWARDS]);
const late = (step: TicketCommand, days: number) => ({ ...step, receivedAt: at('16:00', days) });

/** What a decision changes that is entered afterwards asks for an open ticket: it is made when it is entered. */
const DECISIONS: readonly TicketCommand['type'][] = ['CorrectIntake'];
const facts = DAY.filter(({ type }) => !DECISIONS.includes(type));

test.each(facts.map((step) => [step.type, step] as const))(
  'whatever happened is stored when it is told last, days later: %s',
  (_, step) => {
    for (const days of [0, 1, 30])
      expect(told(endedWithout(step), late(step, days)).answer).toBe('stored');
  },
);

/** Without it a visit is outstanding, its paper not complete, or a product with us: nobody closes before it is told. */
const CLOSES_NOTHING: readonly TicketCommand['type'][] = [
  'RecordArrival',
  'AcknowledgeDiscrepancy',
  'SignServiceRecord',
  'IssueReceipt',
  'LeaveSite',
  'ReturnProduct',
];

test.each(facts.slice(1).map((step) => [step.type, step] as const))(
  'and so it is on a ticket that was closed meanwhile: %s',
  (type, step) => {
    const before = reviewed(endedWithout(step));
    expect(told(before, close).answer === 'stored').toBe(!CLOSES_NOTHING.includes(type));
    expect(told(told(before, close).ticket, late(step, 1)).answer).toBe('stored');
  },
);

test.each(DECISIONS)('a decision is made when it is entered: %s', (type) => {
  const step = DAY.find((each) => each.type === type)!;
  const closed = told(reviewed(endedWithout(step)), close).ticket;
  expect(told(closed, late(step, 1)).answer).toBe('ticket-closed');
});
