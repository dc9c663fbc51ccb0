import { partiesOf } from '@app/kernel';
import type { ActTakenOver } from './opening/opening.events.js';
import { takenOver } from './opening/taken-over.js';
import { withApproved, withEntered } from './opening/opening.js';
import type { CaseEvent, CaseOpened, StandingEvent } from './standing.events.js';
import type { CaseFile, Standing } from './standing.state.js';

export function initialState(): Standing {
  return { cases: [], openings: [], evaluated: {} };
}

/** The standing after an event. What is stored is taken as it is, in any order. */
export function evolve(standing: Standing, event: StandingEvent): Standing {
  const since = event.occurredAt;
  switch (event.type) {
    // Before years were closed for everybody (ADR 35) each employee's was; it says nothing any more.
    case 'YearClosed':
    case 'YearReopened':
      return { ...standing, since };
    // That it was written is what it is for: whoever decides on this year at that moment decides again.
    case 'ProfitNoted':
      return standing;
    case 'ShortageRecorded': {
      const { stocktake, at, amount } = event.data;
      const others = (standing.shortages ?? []).filter((each) => each.stocktake !== stocktake);
      const shortages = [...others, { stocktake, at, amount }];
      return { ...standing, shortages: shortages.toSorted((a, b) => (a.at < b.at ? -1 : 1)) };
    }
    case 'PeriodEvaluated': {
      const { period, judged } = event.data;
      return { ...standing, evaluated: { ...standing.evaluated, [period]: judged } };
    }
    case 'OpeningActsEntered': {
      const openings = withEntered(standing.openings, event.data, event.data.acts, event);
      return { ...standing, openings, since };
    }
    case 'OpeningActsApproved': {
      const openings = withApproved(standing.openings, event.data.entry, since);
      return { ...standing, openings, since };
    }
    case 'ActTakenOver': {
      const others = standing.cases.filter((each) => each.case !== event.data.case);
      return { ...standing, cases: [...others, takenOver(event)], since };
    }
    case 'CaseOpened': {
      const others = standing.cases.filter((each) => each.case !== event.data.case);
      return { ...standing, cases: [...others, opened(event)], since };
    }
    default:
      return {
        ...standing,
        since,
        cases: standing.cases.map((file) =>
          file.case === event.data.case ? changed(file, event, decisions(standing)) : file,
        ),
      };
  }
}

function opened({ data, actor, occurredAt }: CaseOpened): CaseFile {
  const reporters = [...partiesOf(actor), ...(data.reporter ? [data.reporter] : [])];
  return {
    case: data.case,
    status: 'open',
    opened: data,
    openedAt: occurredAt,
    // What follows by itself, or from figures, was reported by nobody: whoever had it reckoned may decide it.
    reporters: data.because || data.evaluated ? [] : reporters,
    involved: [],
    verified: false,
    measures: [],
    heard: false,
    heardBy: [],
    points: 0,
    appealDecided: false,
    sharePaid: false,
    since: occurredAt,
  };
}

type Change = Exclude<CaseEvent, CaseOpened | ActTakenOver>;

function changed(file: CaseFile, event: Change, decision: number): CaseFile {
  const now = { ...file, since: event.occurredAt };
  const involved = [...file.involved, ...partiesOf(event.actor)];
  switch (event.type) {
    case 'CaseVerified':
      return { ...now, status: 'verified', verified: true, involved };
    case 'CaseDropped':
      return { ...now, status: 'dropped', ...(event.data.corrected && { undone: true }) };
    case 'ActProposed': {
      const { hearingUntil: _before, ...rest } = now;
      const { measures, hearingUntil } = event.data;
      const heard = { heard: false, heardBy: [], ...(hearingUntil && { hearingUntil }) };
      return { ...rest, status: 'proposed', measures, involved, ...heard };
    }
    case 'EmployeeHeard': {
      // The paper says that another took it down.
      const heardBy = event.data.evidence ? partiesOf(event.actor) : [];
      return { ...now, heard: true, heardBy };
    }
    case 'ActDecided':
      return { ...now, ...decided(event.data), involved, decidedAt: event.occurredAt, decision };
    case 'ActDeclined':
      return { ...now, status: 'declined', involved };
    default:
      return afterwards(now, event);
  }
}

type Later = Extract<
  Change,
  {
    type:
      | 'TransferOrdered'
      | 'SuccessorNamed'
      | 'AppealFiled'
      | 'ActRevoked'
      | 'ActReduced'
      | 'AppealRejected'
      | 'SharePaid'
      | 'ActTakenBack';
  }
>;

function afterwards(file: CaseFile, event: Later): CaseFile {
  switch (event.type) {
    case 'TransferOrdered': {
      const { department, from } = event.data;
      return { ...file, transfer: { department, from } };
    }
    case 'SuccessorNamed':
      return { ...file, successor: event.data.successor };
    case 'AppealFiled':
      return { ...file, status: 'appealed' };
    case 'ActRevoked':
      return {
        ...file,
        status: 'revoked',
        appealDecided: true,
        ...(event.data.replacedBy !== undefined && { undone: true }),
      };
    case 'ActReduced': {
      const { measures, points } = event.data;
      return { ...file, status: 'decided', measures, points, appealDecided: true };
    }
    case 'AppealRejected':
      return { ...file, status: 'decided', appealDecided: true };
    case 'ActTakenBack':
      return { ...file, status: 'revoked', undone: true };
    case 'SharePaid':
      return { ...file, sharePaid: true, paid: event.data.amount };
  }
}

function decided({
  measures,
  points,
  appealUntil,
  share,
}: Extract<Change, { type: 'ActDecided' }>['data']): Partial<CaseFile> & Pick<CaseFile, 'status'> {
  return { status: 'decided', measures, points, appealUntil, ...(share && { share }) };
}

/** How many were decided before. */
function decisions({ cases }: Standing): number {
  return cases.filter(({ decision }) => decision !== undefined).length + 1;
}
