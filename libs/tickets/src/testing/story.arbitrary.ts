import fc from 'fast-check';
import { minutesBetween, plusMinutes, type Instant } from '@app/kernel';
import { storiesOf } from '@app/kernel/src/testing/stories.js';
import type { TicketCommand } from '../domain/ticket/ticket.commands.js';
import { asks } from './ticket.arbitraries.js';
import { DISPATCHER, LI_WEI, SUPERVISOR } from './ticket.builders.js';
import { seldom } from './values.arbitraries.js';

/** How a day goes well; made-up stories stray from it. */
const GOOD_DAY: readonly TicketCommand['type'][] = [
  'OpenTicket',
  'CorrectIntake',
  'LinkCustomer',
  'ReviewCustomerFile',
  'AnalyseFault',
  'ScheduleVisit',
  'ScheduleVisit',
  'AddTechnician',
  'PrepareVisit',
  'CorrectPreparation',
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
  'CorrectPart',
  'CorrectLabour',
  'CleanSite',
  'SignServiceRecord',
  'CollectCharge',
  'IssueReceipt',
  'HandOverMoney',
  'CorrectHandOver',
  'LeaveSite',
  'RecordNoShow',
  'RecordArrival',
  'CompleteVisit',
  'CancelVisit',
  'ResolveTicket',
  'ReviewFinding',
  'ReviewFinding',
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

/** What the technician did themself: what they collected is in their hands then, and agreed was on site. */
const OF_THE_TECHNICIAN: readonly TicketCommand['type'][] = ['CollectCharge', 'RecordConsent'];
const FOR_THE_TECHNICIAN = { ...SUPERVISOR, onBehalfOf: LI_WEI.id };

/** Commands to one ticket, one after the other through a day, most of them possible, some not. */
export const story = storiesOf<TicketCommand>(asks, {
  plot: GOOD_DAY,
  never: [
    'UnassignTechnician',
    'ConsentByClause',
    'AskForFollowUp',
    'JudgeTools',
    'JudgeWhereabouts',
    'DemandMoney',
    'FindMoneyKept',
    'ExplainPartUse',
  ],
  by: (type) =>
    JUDGING.includes(type)
      ? SUPERVISOR
      : OF_THE_TECHNICIAN.includes(type)
        ? FOR_THE_TECHNICIAN
        : DISPATCHER,
  saying: (data, occurredAt) => workedUntil(signedNow(data, occurredAt), occurredAt),
  late: (type) => (type === 'RecordArrival' ? fc.boolean() : seldom),
});

/** Labour in a story is logged as it ends; spans drawn from the whole day would hardly ever fit one. */
function workedUntil(data: TicketCommand['data'], until: Instant): TicketCommand['data'] {
  if (!('span' in data) || !data.span) return data;
  const minutes = Math.min(LONGEST_LABOUR, minutesBetween(data.span.from, data.span.until));
  return { ...data, span: { from: plusMinutes(until, -minutes), until } } as TicketCommand['data'];
}

/** What is signed in a story is signed as it is handed in. */
function signedNow(data: TicketCommand['data'], signedAt: Instant): TicketCommand['data'] {
  if (!('signature' in data)) return data;
  return { ...data, signature: { ...data.signature, signedAt } } as TicketCommand['data'];
}
