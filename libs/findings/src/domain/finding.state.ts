import type { Instant } from '@app/kernel';
import type { FindingDetail, FindingEvent, FindingRecorded } from './finding.events.js';

export type FindingStatus = 'open' | 'upheld' | 'excused';

/** A finding as its stream knows it. */
export type Finding<Place = unknown> = FindingDetail<Place> & {
  readonly foundAt: Instant;
  /** Whose step it came of, or who reported it; and in whose place they acted. */
  readonly causedBy: readonly string[];
  readonly status: FindingStatus;
};

/** The state of any stream in which things may be found; it begins with none. */
export interface WithFindings<Place = unknown> {
  readonly findings: readonly Finding<Place>[];
}

/** Whether an event is about a finding, so that `findingsAfter` folds it. */
export function isOfFinding<E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { readonly type: FindingEvent['type'] }> {
  return ['FindingRecorded', 'FindingUpheld', 'FindingExcused'].includes(event.type);
}

/** The stream's findings after one more event about them. */
export function findingsAfter<Place>(
  findings: readonly Finding<Place>[],
  event: FindingEvent<Place>,
): readonly Finding<Place>[] {
  switch (event.type) {
    case 'FindingRecorded':
      return [...findings, recorded(event)];
    case 'FindingUpheld':
      return reviewed(findings, event.data.finding, 'upheld');
    case 'FindingExcused':
      return reviewed(findings, event.data.finding, 'excused');
  }
}

/** The numbers of the findings that nobody has reviewed. */
export function openFindings(findings: readonly Finding[]): number[] {
  return findings.filter(({ status }) => status === 'open').map(({ finding }) => finding);
}

function recorded<Place>({
  data,
  occurredAt,
  actor: { id, onBehalfOf },
}: FindingRecorded<Place>): Finding<Place> {
  const causedBy = onBehalfOf === undefined ? [id] : [id, onBehalfOf];
  return { ...data, foundAt: occurredAt, causedBy, status: 'open' };
}

function reviewed<Place>(
  findings: readonly Finding<Place>[],
  finding: number,
  status: FindingStatus,
): Finding<Place>[] {
  return findings.map((each) => (each.finding === finding ? { ...each, status } : each));
}
