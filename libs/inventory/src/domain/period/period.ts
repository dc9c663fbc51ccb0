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
import type { PeriodEvent, PeriodId } from './period.events.js';
import { countedInTime } from './rules/counted-in-time.js';

/** It follows from the approval of a stocktake that counted all of it. */
export type CompleteCount = Command<'CompleteCount', PeriodId & { readonly stocktake: string }>;
/** Its time is over; what is known of it by then decides. */
export type FindCountMissed = Command<'FindCountMissed', PeriodId & { readonly due: Instant }>;
export type ReviewPeriodFinding = Ask<'ReviewFinding', PeriodId & ReviewFinding['data']>;
export type ReopenPeriodVerdict = Ask<'ReopenVerdict', PeriodId & ReopenVerdict['data']>;
export type PeriodCommand =
  CompleteCount | FindCountMissed | ReviewPeriodFinding | ReopenPeriodVerdict;

/** Within which a location or a class of tools is counted again; undefined: it neither was nor was missed. */
export type Period =
  | (WithFindings &
      PeriodId & {
        /** The last instant at which the next count is in time. */
        readonly due: Instant;
        /** The stocktake that counted it last. */
        readonly stocktake?: string;
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
      case 'CompleteCount': {
        const due = dueAfter(command.data, command.occurredAt);
        return [happened(command, 'CountCompleted', { ...command.data, due }, ['R16'])];
      }
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
export function dueAfter({ kind, subject }: PeriodId, at: Instant): Instant {
  const { others, ...everyDays } = policyAt(at).stocktake.everyDays;
  return plusMinutes(at, (others[`${kind}:${subject}`] ?? everyDays[kind]) * 24 * 60);
}

/** R16: a count that was missed is found, and the next one falls due. */
function findCountMissed(command: FindCountMissed, period: Period): readonly PeriodEvent[] {
  const { due: missed, ...id } = command.data;
  if (period && period.due !== missed) return [];
  const due = dueAfter(id, missed);
  const late = broken([found.countedInTime], { due: missed, at: command.occurredAt });
  return [
    happened(command, 'CountMissed', { ...id, missed, due }, ['R16']),
    ...recordDeeds(command, period ?? { findings: [] }, late, { remark: id.subject }),
  ];
}

function evolvePeriod(period: Period, event: PeriodEvent): Period {
  if (isOfFinding(event))
    return period && { ...period, findings: findingsAfter(period.findings, event) };
  const { findings = [], stocktake } = period ?? {};
  const { kind, subject, due } = event.data;
  const last = event.type === 'CountCompleted' ? event.data.stocktake : stocktake;
  return { kind, subject, due, findings, ...(last !== undefined && { stocktake: last }) };
}

export const neverCounted = noSuch('count', { zh: '盘点记录', en: 'count of it' });
