import type { ProjectionInto } from '@app/projections';
import { ticketEventTypes, type FindingDetail } from '@app/tickets';
import { asTicketEvent, ticketOf, type RecordedTicketEvent } from '../tickets/of-ticket.js';
import type { FindingRow } from './findings-inbox.row.js';

const { FindingRecorded, FindingUpheld, FindingExcused } = ticketEventTypes;

/** Every finding, open and reviewed. */
export const findingsInbox: ProjectionInto<FindingRow> = {
  name: 'findings-inbox',
  version: 1,
  table: 'read_model.finding',
  key: 'id',
  columns: [
    'id',
    'ticket',
    'finding',
    'article',
    'code',
    'visit',
    'person',
    'remark',
    'status',
    'occurredAt',
    'reviewedAt',
    'reviewedBy',
    'verdict',
    'recorded',
  ],
  handles: { FindingRecorded, FindingUpheld, FindingExcused },
  begins: ['FindingRecorded'],
  keysOf(recorded) {
    const event = asTicketEvent(recorded);
    if (!('finding' in event.data)) return [];
    const { finding } = event.data;
    return ticketOf(recorded).map((ticket) => `${ticket}/${finding}`);
  },
  evolve(row, recorded, id) {
    const event = asTicketEvent(recorded);
    switch (event.type) {
      case 'FindingRecorded':
        return found(id, event, event.data);
      case 'FindingUpheld':
        return row && reviewed(row, event, 'upheld', event.data.remark);
      case 'FindingExcused':
        return row && reviewed(row, event, 'excused', event.data.reason);
      default:
        return row;
    }
  },
};

function found(
  id: string,
  { occurredAt, position }: RecordedTicketEvent,
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
  { occurredAt, actor }: RecordedTicketEvent,
  status: FindingRow['status'],
  verdict: string | undefined,
): FindingRow {
  return { ...row, status, reviewedAt: occurredAt, reviewedBy: actor.id, verdict: verdict ?? null };
}
