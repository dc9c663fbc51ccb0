import fc from 'fast-check';
import { minutesBetween, plusMinutes, type Instant } from '@app/kernel';
import type { TicketCommand } from '../domain/ticket/ticket.commands.js';
import { asks } from './ticket.arbitraries.js';
import { at, DISPATCHER, SUPERVISOR } from './ticket.builders.js';
import { seldom } from './values.arbitraries.js';

/** How a day goes well; made-up stories stray from it. */
const GOOD_DAY: readonly TicketCommand['type'][] = [
  'OpenTicket',
  'ReviewCustomerFile',
  'AnalyseFault',
  'ScheduleVisit',
  'ScheduleVisit',
  'PrepareVisit',
  'Depart',
  'RecordArrival',
  'GreetCustomer',
  'CheckEntitlement',
  'RecordConsent',
  'InspectIntegrity',
  'AcknowledgeDiscrepancy',
  'AcknowledgeCharge',
  'StartWork',
  'SuspendWork',
  'ResumeWork',
  'ConsumePart',
  'CompleteRepair',
  'ReturnProduct',
  'LogLabour',
  'LogLabour',
  'CleanSite',
  'SignServiceRecord',
  'CollectCharge',
  'IssueReceipt',
  'LeaveSite',
  'RecordNoShow',
  'RecordArrival',
  'CompleteVisit',
  'CancelVisit',
  'ResolveTicket',
  'ReviewFinding',
  'CloseTicket',
  'ReopenVerdict',
  'RecordArrival',
  'FollowUp',
];

/** Minutes between two steps of a story at most, so that labour often lies within a visit. */
const LONGEST_LABOUR = 10;

/** Done by somebody who has no part in what is judged. */
const JUDGING: readonly TicketCommand['type'][] = ['ReviewFinding', 'ReopenVerdict'];

const TYPES = Object.keys(asks) as TicketCommand['type'][];

type Asked = Pick<TicketCommand, 'type' | 'data' | 'known'> & {
  readonly pause: number;
  readonly inBatch: boolean;
};

const ask = (type: TicketCommand['type']): fc.Arbitrary<Asked> =>
  fc
    .record({ asked: asks[type], pause: fc.constantFrom(0, 1, 5, 10), inBatch: toldLate(type) })
    .map(({ asked, pause, inBatch }) => ({ type, ...asked, pause, inBatch }));

const anything = fc.constantFrom(...TYPES).chain(ask);

/** Some steps are sent by a device afterwards; that somebody had come, often. */
function toldLate(type: TicketCommand['type']): fc.Arbitrary<boolean> {
  return type === 'RecordArrival' ? fc.boolean() : seldom;
}

/** One step of the good day, nearly always made, and sometimes something else after it. */
const episode = (type: TicketCommand['type']) =>
  fc
    .tuple(
      fc.option(ask(type), { nil: undefined, freq: 20 }),
      fc.option(anything, { nil: undefined, freq: 2 }),
    )
    .map((steps) => steps.filter((step) => step !== undefined));

/** Commands to one ticket, one after the other through a day, most of them possible, some not. */
export const story: fc.Arbitrary<TicketCommand[]> = fc
  .tuple(...GOOD_DAY.map(episode))
  .map((episodes) => told(episodes.flat()));

function told(asked: readonly Asked[]): TicketCommand[] {
  let minutes = 0;
  return asked.map(({ pause, ...command }, index) => {
    minutes += pause;
    const id = `0190d3f0-0000-7000-8000-${String(index).padStart(12, '0')}`;
    const occurredAt = plusMinutes(at('08:00'), minutes);
    const actor = JUDGING.includes(command.type) ? SUPERVISOR : DISPATCHER;
    const data = workedUntil(signedNow(command.data, occurredAt), occurredAt);
    return { ...command, data, id, occurredAt, actor } as TicketCommand;
  });
}

/** Labour in a story is logged as it ends; spans drawn from the whole day would hardly ever fit one. */
function workedUntil(data: Asked['data'], until: Instant): Asked['data'] {
  if (!('span' in data)) return data;
  const minutes = Math.min(LONGEST_LABOUR, minutesBetween(data.span.from, data.span.until));
  return { ...data, span: { from: plusMinutes(until, -minutes), until } } as Asked['data'];
}

/** What is signed in a story is signed as it is handed in. */
function signedNow(data: Asked['data'], signedAt: Instant): Asked['data'] {
  if (!('signature' in data)) return data;
  return { ...data, signature: { ...data.signature, signedAt } } as Asked['data'];
}
