import {
  findingsAfter,
  isOfFinding,
  mayBeFound,
  recordDeeds,
  reopenVerdict,
  reviewFinding,
  type ReopenVerdict,
  type ReviewFinding,
  type WithFindings,
} from '@app/findings';
import {
  broken,
  noSuch,
  plusMinutes,
  streamsOf,
  type Ask,
  type Command,
  type Decider,
  type Instant,
} from '@app/kernel';
import { happened, policyAt } from '@app/policy';
import { coverAll, type Range } from '../stocktake/range.js';
import type { PeriodEvent, PeriodId } from './period.events.js';
import { countedInTime } from './rules/counted-in-time.js';

/** It follows from the approval of a stocktake that counted all of it, or all in a range. */
export type CompleteCount = Command<
  'CompleteCount',
  PeriodId & Range & { readonly stocktake: string }
>;
/** Its time is over; what is known of it by then decides. */
export type FindCountMissed = Command<'FindCountMissed', PeriodId & { readonly due: Instant }>;
export type ReviewPeriodFinding = Ask<'ReviewFinding', PeriodId & ReviewFinding['data']>;
export type ReopenPeriodVerdict = Ask<'ReopenVerdict', PeriodId & ReopenVerdict['data']>;
export type PeriodCommand =
  CompleteCount | FindCountMissed | ReviewPeriodFinding | ReopenPeriodVerdict;

/** A part that was counted, and when its stocktake was approved. */
export interface CountedPart extends Range {
  readonly stocktake: string;
  readonly at: Instant;
}

/** Within which a location or a class of tools is counted again; undefined: it neither was nor was missed. */
export type Period =
  | (WithFindings &
      PeriodId & {
        /** The last instant at which the next count is in time; absent: so far a part was counted. */
        readonly due?: Instant;
        /** The stocktake that counted it last. */
        readonly stocktake?: string;
        /** Since it was counted whole; absent: none. */
        readonly parts?: readonly CountedPart[];
      })
  | undefined;

export const periodStreams = streamsOf<Period, PeriodId>('counting', ['kind', 'subject']);

/** The rules of counting periods whose breaking is written down. */
export const found = mayBeFound({ countedInTime });

export const periodDecider: Decider<PeriodCommand, Period, PeriodEvent> = {
  initialState: () => undefined,
  evolve: evolvePeriod,
  decide(command, period) {
    switch (command.type) {
      case 'CompleteCount':
        return completeCount(command, period);
      case 'FindCountMissed':
        return findCountMissed(command, period);
      case 'ReviewFinding':
        return reviewFinding(command, period ?? { findings: [] });
      case 'ReopenVerdict':
        return reopenVerdict(command, period ?? { findings: [] });
    }
  },
};

/** When the next count is due that follows one at an instant, by the policy of then. */
export function dueAfter(of: PeriodId, at: Instant): Instant {
  return plusMinutes(at, minutesOf(of, at));
}

function minutesOf({ kind, subject }: PeriodId, at: Instant): number {
  const { others, ...everyDays } = policyAt(at).stocktake.everyDays;
  return (others[`${kind}:${subject}`] ?? everyDays[kind]) * 24 * 60;
}

/**
 * R16: all of it was counted, be it in parts that lie no further back than one period; the next count is
 * due a period after the first of them.
 */
function completeCount(command: CompleteCount, period: Period): readonly PeriodEvent[] {
  const { data, occurredAt: at } = command;
  const { kind, subject, stocktake, after, upTo } = data;
  const of = { kind, subject };
  const isPart = after !== undefined || upTo !== undefined;
  const events: PeriodEvent[] = isPart
    ? [happened(command, 'CountPartCompleted', data, ['R16'])]
    : [];
  const since = plusMinutes(at, -minutesOf(of, at));
  const before = isPart ? (period?.parts ?? []).filter((part) => part.at > since) : [];
  const parts = [...before, { ...data, at }];
  if (!coverAll(parts)) return events;
  const first = parts.reduce((earliest, part) => (part.at < earliest ? part.at : earliest), at);
  const completed = { ...of, stocktake, due: dueAfter(of, first) };
  return [...events, happened(command, 'CountCompleted', completed, ['R16'])];
}

/**
 * R16: a count that was missed is found, and the next one falls due. Of what is told only now, as of years
 * ago, or of a time in which nothing was running, that is one finding, and not one for each period.
 */
function findCountMissed(command: FindCountMissed, period: Period): readonly PeriodEvent[] {
  const { due: missed, ...id } = command.data;
  if (period?.due !== undefined && period.due !== missed) return [];
  const due = nextDue(id, missed, command.receivedAt ?? command.occurredAt);
  const late = broken([found.countedInTime], { due: missed, at: command.occurredAt });
  return [
    happened(command, 'CountMissed', { ...id, missed, due }, ['R16']),
    ...recordDeeds(command, period ?? { findings: [] }, late, { remark: id.subject }),
  ];
}

/** The first that is still to come. */
function nextDue(of: PeriodId, missed: Instant, now: Instant): Instant {
  let due = dueAfter(of, missed);
  while (due <= now) due = dueAfter(of, due);
  return due;
}

function evolvePeriod(period: Period, event: PeriodEvent): Period {
  if (isOfFinding(event))
    return period && { ...period, findings: findingsAfter(period.findings, event) };
  const { kind, subject } = event.data;
  const { parts, ...before } = period ?? { kind, subject, findings: [] };
  switch (event.type) {
    case 'CountPartCompleted': {
      const { kind: _, subject: __, ...part } = event.data;
      return { ...before, parts: [...(parts ?? []), { ...part, at: event.occurredAt }] };
    }
    case 'CountCompleted': {
      const { due, stocktake } = event.data;
      return { ...before, due, stocktake };
    }
    case 'CountMissed':
      return { ...before, due: event.data.due, ...(parts && { parts }) };
  }
}

export const neverCounted = noSuch('count', { zh: '盘点记录', en: 'count of it' });
