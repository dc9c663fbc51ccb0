import {
  eventTable,
  none,
  type DomainEvent,
  type EventTable,
  type Instant,
  type Personal,
} from '@app/kernel';
import type { ArticleId } from '@app/policy';

/* These names and shapes are stored for ever; a change of shape is a new schema version. */

/**
 * A deviation from an article: work went on, a supervisor reviews it. `Place` is where in its stream
 * it was found, in the context's own words, such as `{ visit: 1 }`; default: the stream is the place.
 */
export type FindingDetail<Place = unknown> = Place & {
  /** Number within the stream, from 1. */
  readonly finding: number;
  readonly article: ArticleId;
  /** The rule's code, such as `site-not-cleaned`. */
  readonly code: string;
  /** The employee whom it concerns, where it concerns one. */
  readonly person?: string;
  readonly remark?: string;
};

export type FindingRecorded<Place = unknown> = DomainEvent<'FindingRecorded', FindingDetail<Place>>;
export type FindingUpheld = DomainEvent<
  'FindingUpheld',
  { finding: number; article: ArticleId; remark?: string }
>;
export type FindingExcused = DomainEvent<
  'FindingExcused',
  { finding: number; article: ArticleId; reason: string }
>;
/** What was found is not so: something that was told later shows it. Reviewed or not, it counts no more. */
export type FindingWithdrawn = DomainEvent<
  'FindingWithdrawn',
  {
    finding: number;
    article: ArticleId;
    /** The event that shows it, by its type and when it happened; of the same stream, unless it names another. */
    disprovedBy: {
      readonly type: string;
      readonly occurredAt: Instant;
      readonly stream?: string;
    };
  }
>;
/** The finding is to be reviewed once more, by somebody else, as the person concerned has appealed. */
export type VerdictReopened = DomainEvent<
  'VerdictReopened',
  { finding: number; article: ArticleId; reason: string }
>;

/** What a stream with findings holds of them. */
export type FindingEvent<Place = unknown> =
  FindingRecorded<Place> | FindingUpheld | FindingExcused | FindingWithdrawn | VerdictReopened;

/**
 * How they are stored, for the event table of an aggregate: `{ ...eventTable(…), ...findingEvents() }`.
 *
 * @param place an example; default: the aggregate's findings name none
 * @param remarks whose words the remarks can be, where they are what a customer said, and so the reasons of
 *   verdicts; default: nobody's, they are about the work
 */
export function findingEvents(): EventTable<FindingEvent>;
export function findingEvents<Place extends object>(
  place: Place,
  remarks?: Personal<'remark'>,
): EventTable<FindingEvent<Place>>;
export function findingEvents(
  place: object = {},
  remarks: Personal<'remark'> = 'none',
): EventTable<FindingEvent> {
  const reasons = remarks === 'none' ? 'none' : ([{ texts: ['reason'] }] as const);
  return eventTable<FindingEvent>(
    {
      FindingRecorded: {
        finding: 1,
        article: 'V7',
        code: 'late-arrival',
        ...place,
        person: 'li-wei',
        remark: '堵车',
      },
      FindingUpheld: { finding: 1, article: 'V7', remark: '第二次' },
      FindingExcused: { finding: 2, article: 'V21', reason: '客户要求保留旧件' },
      FindingWithdrawn: {
        finding: 1,
        article: 'V7',
        disprovedBy: { type: 'TechnicianArrived', occurredAt: '2026-03-02T02:20:00.000Z' },
      },
      VerdictReopened: { finding: 2, article: 'V21', reason: '本人申诉：旧件由客户收走' },
    },
    {
      FindingRecorded: remarks,
      FindingUpheld: remarks,
      FindingExcused: reasons,
      VerdictReopened: reasons,
      ...none('FindingWithdrawn'),
    },
  );
}
