import { partiesOf, type Instant } from '@app/kernel';
import type { FindingDetail, FindingEvent, FindingRecorded } from './finding.events.js';

export type FindingStatus = 'open' | 'upheld' | 'excused' | 'withdrawn';

/** A finding as its stream knows it. */
export type Finding<Place = unknown> = FindingDetail<Place> & {
  readonly foundAt: Instant;
  /** Whose step it came of, or who reported it; and in whose place they acted. */
  readonly causedBy: readonly string[];
  readonly status: FindingStatus;
  /** Who gave the last verdict, and in whose place; also while it is open again. Default: nobody yet. */
  readonly judgedBy: readonly string[];
};

/** The state of any stream in which things may be found; it begins with none. */
export interface WithFindings<Place = unknown> {
  readonly findings: readonly Finding<Place>[];
}

const OF_FINDING: Readonly<Record<FindingEvent['type'], true>> = {
  FindingRecorded: true,
  FindingUpheld: true,
  FindingExcused: true,
  FindingWithdrawn: true,
  VerdictReopened: true,
};

/** Whether an event is about a finding, so that `findingsAfter` folds it. */
export function isOfFinding<E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { readonly type: FindingEvent['type'] }> {
  return Object.hasOwn(OF_FINDING, event.type);
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
      return after(findings, event, { status: 'upheld', judgedBy: partiesOf(event.actor) });
    case 'FindingExcused':
      return after(findings, event, { status: 'excused', judgedBy: partiesOf(event.actor) });
    case 'FindingWithdrawn':
      return after(findings, event, { status: 'withdrawn' });
    case 'VerdictReopened':
      return after(findings, event, { status: 'open' });
  }
}

/** The numbers of the findings that nobody has reviewed. */
export function openFindings(findings: readonly Finding[]): number[] {
  return findings.filter(({ status }) => status === 'open').map(({ finding }) => finding);
}

function recorded<Place>(event: FindingRecorded<Place>): Finding<Place> {
  const { data, occurredAt } = event;
  return {
    ...data,
    foundAt: occurredAt,
    causedBy: partiesOf(event.actor),
    status: 'open',
    judgedBy: [],
  };
}

function after<Place>(
  findings: readonly Finding<Place>[],
  { data: { finding } }: Exclude<FindingEvent, FindingRecorded>,
  change: Partial<Pick<Finding, 'status' | 'judgedBy'>>,
): Finding<Place>[] {
  return findings.map((each) => (each.finding === finding ? { ...each, ...change } : each));
}
