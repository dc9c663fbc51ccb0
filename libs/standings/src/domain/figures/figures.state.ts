import { fen, partiesOf, streamsOf, yuan, type LocalDate } from '@app/kernel';
import type { PaperFigure } from '../opening/opening.events.js';
import { withApproved, withEntered, type Opening } from '../opening/opening.js';
import { absencesAfter, NO_ABSENCES, type Absences } from './absences.state.js';
import type { FiguresEvent, FiguresProposed, MonthAmount } from './figures.events.js';
import type { Result, Target } from './figures.values.js';

/** By month, `2026-03`. */
type ByMonth = Readonly<Record<string, string>>;

/** Days on which nothing is asked of an employee. */
export interface Leave {
  readonly leave: number;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Figures that somebody entered by hand, and what became of them. */
export interface Proposal extends Pick<
  FiguresProposed['data'],
  'proposal' | 'reason' | 'targets' | 'adjustment' | 'leave' | 'withdraws'
> {
  readonly status: 'waiting' | 'confirmed' | 'refused';
  /** Who entered them, and in whose place. */
  readonly by: readonly string[];
}

/** Targets, results and leave of one employee's calendar year. Stream `figures-<employee>:<year>`. */
export interface Figures extends Absences {
  readonly targets: Readonly<Record<Target, ByMonth>>;
  readonly results: Readonly<Record<Result, ByMonth>>;
  /** Only what was confirmed counts in targets and results. */
  readonly proposals: readonly Proposal[];
  readonly leave: readonly Leave[];
  /** How many were ever recorded, withdrawn ones included. */
  readonly leaves: number;
  /** What was entered from paper, and of that what was approved: it goes before all that is kept here. */
  readonly openings: readonly Opening<PaperFigure>[];
  readonly paper: readonly PaperFigure[];
}

export const figuresStreams = streamsOf<Figures, { employee: string; year: string }>('figures', [
  'employee',
  'year',
]);

export function noFigures(): Figures {
  return {
    ...NO_ABSENCES,
    targets: { sales: {}, quota: {}, 'basic-hours': {} },
    results: { sales: {}, hours: {} },
    proposals: [],
    leave: [],
    leaves: 0,
    openings: [],
    paper: [],
  };
}

/** The figures after an event. What is stored is taken as it is, in any order. */
export function evolveFigures(figures: Figures, event: FiguresEvent): Figures {
  switch (event.type) {
    case 'TargetsSet': {
      const { of, months, proposal } = event.data;
      const set = Object.fromEntries(months.map(({ month, amount }) => [month, amount]));
      const now = { ...figures.targets[of], ...set };
      const proposals = answered(figures, proposal, 'confirmed');
      return { ...figures, proposals, targets: { ...figures.targets, [of]: now } };
    }
    case 'ResultCounted': {
      const results = added(figures.results, event.data.of, event.data);
      return { ...figures, ...absencesAfter(figures, event), results };
    }
    case 'ResultAdjusted': {
      const proposals = answered(figures, event.data.proposal, 'confirmed');
      return { ...figures, proposals, results: added(figures.results, event.data.of, event.data) };
    }
    case 'FiguresProposed': {
      const { employee: _employee, year: _year, ...said } = event.data;
      const entered: Proposal = { ...said, status: 'waiting', by: partiesOf(event.actor) };
      return { ...figures, proposals: [...figures.proposals, entered] };
    }
    case 'FiguresRefused':
      return { ...figures, proposals: answered(figures, event.data.proposal, 'refused') };
    case 'AbsenceCounted':
    case 'AbsenceLifted':
      return { ...figures, ...absencesAfter(figures, event) };
    case 'LeaveRecorded': {
      const { leave, from, until, proposal } = event.data;
      return {
        ...figures,
        proposals: answered(figures, proposal, 'confirmed'),
        leave: [...figures.leave.filter((each) => each.leave !== leave), { leave, from, until }],
        leaves: Math.max(figures.leaves, leave),
      };
    }
    case 'LeaveWithdrawn':
      return {
        ...figures,
        proposals: answered(figures, event.data.proposal, 'confirmed'),
        leave: figures.leave.filter((each) => each.leave !== event.data.leave),
      };
    case 'OpeningFiguresEntered':
      return {
        ...figures,
        openings: withEntered(figures.openings, event.data, event.data.figures, event),
      };
    case 'OpeningFiguresApproved': {
      const openings = withApproved(figures.openings, event.data.entry, event.occurredAt);
      const approved = openings.filter(({ status }) => status === 'approved');
      return { ...figures, openings, paper: approved.flatMap(({ said }) => said) };
    }
  }
}

function answered(
  { proposals }: Figures,
  proposal: number | undefined,
  status: Proposal['status'],
): readonly Proposal[] {
  return proposals.map((each) => (each.proposal === proposal ? { ...each, status } : each));
}

function added(
  all: Figures['results'],
  of: Result,
  { month, amount }: MonthAmount,
): Figures['results'] {
  const before = all[of][month] ?? '0.00';
  return { ...all, [of]: { ...all[of], [month]: yuan(fen(before) + fen(amount)) } };
}
