import type { RecordedTicketEvent } from '../of-ticket.js';
import { done } from './done.js';
import type { DetailFinding } from './detail-values.row.js';
import type { DetailCustody } from './ticket-detail.row.js';

/** The ticket's findings after an event. */
export function findingsAfter(
  findings: readonly DetailFinding[],
  event: RecordedTicketEvent,
): readonly DetailFinding[] {
  switch (event.type) {
    case 'FindingRecorded':
      return [
        ...findings,
        { ...event.data, status: 'open', recordedAt: event.recordedAt, review: null },
      ];
    case 'FindingUpheld':
      return reviewed(findings, event.data.finding, 'upheld', review(event, event.data.remark));
    case 'FindingExcused':
      return reviewed(findings, event.data.finding, 'excused', review(event, event.data.reason));
    case 'FindingWithdrawn': {
      const { disprovedBy } = event.data;
      return reviewed(findings, event.data.finding, 'withdrawn', review(event, disprovedBy.type));
    }
    case 'VerdictReopened':
      return reviewed(findings, event.data.finding, 'open', null);
    default:
      return findings;
  }
}

/** The products in custody, past and present, after an event. */
export function custodyAfter(
  custody: readonly DetailCustody[],
  event: RecordedTicketEvent,
): readonly DetailCustody[] {
  switch (event.type) {
    case 'ProductTakenIn': {
      const { agreedBy, signature = null, ...slip } = event.data;
      return [
        ...custody,
        { ...slip, taken: { ...done(event), agreedBy, signature }, returned: null, givenUp: null },
      ];
    }
    case 'ProductReturned': {
      const { product, receivedBy, signature = null } = event.data;
      return custody.map((each) =>
        each.product === product && !each.returned && !each.givenUp
          ? { ...each, returned: { ...done(event), receivedBy, signature } }
          : each,
      );
    }
    case 'TicketResolved': {
      const { givenUp } = event.data;
      return custody.map((each) =>
        givenUp.includes(each.product) && !each.returned ? { ...each, givenUp: done(event) } : each,
      );
    }
    default:
      return custody;
  }
}

function review(event: RecordedTicketEvent, words: string | undefined): DetailFinding['review'] {
  return { ...done(event), words: words ?? null };
}

function reviewed(
  findings: readonly DetailFinding[],
  finding: number,
  status: DetailFinding['status'],
  by: DetailFinding['review'],
): DetailFinding[] {
  return findings.map((each) =>
    each.finding === finding ? { ...each, status, review: by } : each,
  );
}
