import { localDate, type Instant } from '@app/kernel';
import type { Recorded } from '@app/projections';
import type { AppraisalEntryRow } from './appraisal-sheet.row.js';
import type { OfComplaint } from './appraised-events.js';

/** What is remembered of a complaint: when it came, and of its points what they are about and who was referred. */
export interface ComplaintSubject {
  readonly receivedAt: Instant;
  readonly about: Readonly<Record<number, string>>;
  readonly referred: Readonly<Record<number, string>>;
}

export function complaintAfter(
  before: ComplaintSubject | undefined,
  { type, data, occurredAt }: Recorded<OfComplaint>,
): ComplaintSubject | undefined {
  if (type === 'ComplaintReceived') return { receivedAt: occurredAt, about: {}, referred: {} };
  if (!before || type === 'ComplaintRejected') return before;
  if (type === 'ComplaintUpheld')
    return { ...before, about: { ...before.about, [data.point]: data.about } };
  return { ...before, referred: { ...before.referred, [data.point]: data.employee } };
}

/**
 * R9, R13: what is upheld against somebody and fits no clause stands on the sheet of the month in which the
 * customer complained, since no other date of it is known; a later verdict takes it off, and may put it on
 * anew. Nothing of what customer or investigator said is on it: who is complained of reads it.
 */
export function ofComplaint(
  { type, data, stream }: Recorded<OfComplaint>,
  { receivedAt, about, referred }: ComplaintSubject,
):
  | Pick<
      AppraisalEntryRow,
      | 'subject'
      | 'employee'
      | 'month'
      | 'kind'
      | 'what'
      | 'article'
      | 'amount'
      | 'happenedAt'
      | 'shown'
    >
  | undefined {
  if (type === 'ComplaintReceived') return undefined;
  const { point } = data;
  const employee = referred[point];
  if (employee === undefined) return undefined;
  return {
    subject: `${stream}#${point}`,
    employee,
    month: localDate(receivedAt).slice(0, 'YYYY-MM'.length),
    kind: 'complaint',
    what: about[point] ?? null,
    article: 'R9',
    amount: '1',
    happenedAt: receivedAt,
    shown: type === 'ComplaintReferred',
  };
}
