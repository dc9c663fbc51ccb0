import { only, type Projection, type Recorded } from '@app/projections';
import { ticketEventTypes, type FindingDetail, type TicketEvent } from '../../contract.js';
import { ticketOf } from '../of-ticket.js';
import { FindingRow } from './findings-inbox.row.js';

const handles = only(ticketEventTypes, ['FindingRecorded', 'FindingUpheld', 'FindingExcused']);

type FindingEvent = Extract<TicketEvent, { type: keyof typeof handles }>;

/** Every finding, open and reviewed. */
export const findingsInbox: Projection<FindingRow, FindingEvent> = {
  name: 'findings-inbox',
  version: 1,
  row: FindingRow,
  handles,
  begins: ['FindingRecorded'],
  keysOf: (event) => ticketOf(event).map((ticket) => `${ticket}/${event.data.finding}`),
  evolve(row, event, id) {
    switch (event.type) {
      case 'FindingRecorded':
        return found(id, event, event.data);
      case 'FindingUpheld':
        return row && reviewed(row, event, 'upheld', event.data.remark);
      case 'FindingExcused':
        return row && reviewed(row, event, 'excused', event.data.reason);
    }
  },
};

function found(
  id: string,
  { occurredAt, position }: Recorded<FindingEvent>,
  { finding, article, code, visit, person, remark }: FindingDetail,
): FindingRow {
  return {
    id,
    ticket: id.slice(0, id.lastIndexOf('/')),
    finding,
    article,
    code,
    visit: visit ?? null,
    person: person ?? null,
    remark: remark ?? null,
    status: 'open',
    occurredAt,
    reviewedAt: null,
    reviewedBy: null,
    verdict: null,
    recorded: position.toString(),
  };
}

function reviewed(
  row: FindingRow,
  { occurredAt, actor }: Recorded<FindingEvent>,
  status: FindingRow['status'],
  verdict: string | undefined,
): FindingRow {
  return { ...row, status, reviewedAt: occurredAt, reviewedBy: actor.id, verdict: verdict ?? null };
}
