import type { Projection, Recorded } from '@app/projections';
import {
  findingEvents,
  type FindingDetail,
  type FindingEvent,
} from '../../domain/finding.events.js';
import { FindingRow } from './findings-inbox.row.js';

/** Every finding of every kind of stream, open and reviewed. */
export const findingsInbox: Projection<FindingRow, FindingEvent> = {
  name: 'findings-inbox',
  version: 3,
  row: FindingRow,
  handles: findingEvents(),
  begins: ['FindingRecorded'],
  keysOf: ({ stream, data }) => [`${stream}/${data.finding}`],
  evolve(row, event, id) {
    switch (event.type) {
      case 'FindingRecorded':
        return found(id, event, event.data);
      case 'FindingUpheld':
        return row && reviewed(row, event, 'upheld', event.data.remark);
      case 'FindingExcused':
        return row && reviewed(row, event, 'excused', event.data.reason);
      case 'FindingWithdrawn':
        return row && reviewed(row, event, 'withdrawn', event.data.disprovedBy.type);
      case 'VerdictReopened':
        return row && { ...row, status: 'open', reviewedAt: null, reviewedBy: null, verdict: null };
    }
  },
};

/** What the library does not know of a finding's data is where its context found it. */
function found(
  id: string,
  { stream, occurredAt, position }: Recorded<FindingEvent>,
  { finding, article, code, person, remark, ...place }: FindingDetail<object>,
): FindingRow {
  return {
    id,
    ...partsOf(stream),
    finding,
    article,
    code,
    place: Object.keys(place).length > 0 ? place : null,
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

/** No category has a hyphen: what stands before the first is the kind. */
function partsOf(stream: string): Pick<FindingRow, 'kind' | 'entity'> {
  const hyphen = stream.indexOf('-');
  return { kind: stream.slice(0, hyphen), entity: stream.slice(hyphen + 1) };
}

function reviewed(
  row: FindingRow,
  { occurredAt, actor }: Recorded<FindingEvent>,
  status: FindingRow['status'],
  verdict: string | undefined,
): FindingRow {
  return { ...row, status, reviewedAt: occurredAt, reviewedBy: actor.id, verdict: verdict ?? null };
}
