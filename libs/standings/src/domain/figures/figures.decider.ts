import { enforce, localDate, partiesOf, type Decider } from '@app/kernel';
import { happened } from '@app/policy';
import { figuresAreKeptByAnother } from '../rules/figures-are-kept-by-another.js';
import {
  approveOpeningFigures,
  enterOpeningFigures,
  notFromPaper,
} from '../opening/take-over-figures.js';
import { countAbsence, countedWithin, liftAbsence } from './absences.js';
import type { AdjustResult, FiguresCommand, SetTargets } from './figures.commands.js';
import { invalid, ofYear, recordLeave, withdrawLeave } from './leave.js';
import {
  adjustResult,
  confirmFigures,
  refuseFigures,
  setTargets,
  somethingAdjusted,
} from './proposals.js';
import type { FiguresEvent } from './figures.events.js';
import { evolveFigures, noFigures, type Figures } from './figures.state.js';

/** Targets and results of an employee's year, as they are set, counted and put right (R13); see `Figures`. */
export const figuresDecider: Decider<FiguresCommand, Figures, FiguresEvent> = {
  initialState: noFigures,
  evolve: evolveFigures,
  decide(command, figures) {
    if (!OF_PROCESSES.includes(command.type))
      enforce([figuresAreKeptByAnother], {
        employee: command.data.employee,
        parties: partiesOf(command.actor),
      });
    return decide(command, figures);
  },
};

/** Nobody gives these: what happened elsewhere counts. */
const OF_PROCESSES: readonly FiguresCommand['type'][] = [
  'CountResult',
  'CountAbsence',
  'LiftAbsence',
];

function decide(command: FiguresCommand, figures: Figures): readonly FiguresEvent[] {
  switch (command.type) {
    case 'SetTargets':
      eachMonthOnce(command.data);
      notFromPaper(
        figures,
        command.data.of,
        command.data.months.map(({ month }) => month),
      );
      return [setTargets(command, figures)];
    case 'CountResult':
      return [
        happened(command, 'ResultCounted', command.data, ['R13']),
        ...countedWithin(command, figures),
      ];
    case 'CountAbsence':
      return countAbsence(command, figures);
    case 'LiftAbsence':
      return liftAbsence(command, figures);
    case 'AdjustResult':
      ofYear(command.data.year, command.data.month, '/month');
      begunBy(command);
      notFromPaper(figures, command.data.of, [command.data.month]);
      somethingAdjusted(command);
      return [adjustResult(command, figures)];
    case 'ConfirmFigures':
      return [confirmFigures(command, figures)];
    case 'RefuseFigures':
      return [refuseFigures(command, figures)];
    case 'EnterOpeningFigures':
      return [enterOpeningFigures(command, figures)];
    case 'ApproveOpeningFigures':
      return [approveOpeningFigures(command, figures)];
    case 'RecordLeave':
      return [recordLeave(command, figures)];
    case 'WithdrawLeave':
      return [withdrawLeave(command, figures)];
  }
}

function eachMonthOnce({ year, months }: SetTargets['data']): void {
  months.forEach(({ month }, index) => {
    const pointer = `/months/${index}/month`;
    ofYear(year, month, pointer);
    if (months.findIndex((each) => each.month === month) !== index)
      throw invalid('month-twice', pointer, {
        zh: `${month} 列了两次`,
        en: `${month} is named twice`,
      });
  });
}

/** Nothing has come of a month that is still to come. */
function begunBy({ data: { month }, occurredAt }: AdjustResult): void {
  if (month <= localDate(occurredAt).slice(0, 7)) return;
  throw invalid('not-yet', '/month', {
    zh: '该月尚未开始',
    en: 'that month has not begun',
  });
}
