import { enforce, Invalid, noSuch, partiesOf, type Bilingual, type Decider } from '@app/kernel';
import { happened } from '@app/policy';
import { figuresAreKeptByAnother } from '../rules/figures-are-kept-by-another.js';
import {
  approveOpeningFigures,
  enterOpeningFigures,
  notFromPaper,
} from '../opening/take-over-figures.js';
import { countAbsence, countedWithin, liftAbsence } from './absences.js';
import type { FiguresCommand, RecordLeave, SetTargets } from './figures.commands.js';
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
      checkLeave(command.data, figures);
      return [
        happened(command, 'LeaveRecorded', { ...command.data, leave: figures.leaves + 1 }, ['R13']),
      ];
    case 'WithdrawLeave': {
      const leave = figures.leave.find((each) => each.leave === command.data.leave);
      if (!leave) throw unknownLeave('/leave');
      return [happened(command, 'LeaveWithdrawn', { ...leave, ...command.data }, ['R13'])];
    }
  }
}

const unknownLeave = noSuch('leave', { zh: '这次请假', en: 'leave' });

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

function checkLeave({ year, from, until }: RecordLeave['data'], { leave }: Figures): void {
  ofYear(year, from, '/from');
  ofYear(year, until, '/until');
  if (until < from)
    throw invalid('ends-before-it-begins', '/until', {
      zh: '结束日早于开始日',
      en: 'it ends before it begins',
    });
  if (leave.some((each) => each.from <= until && from <= each.until))
    throw invalid('leave-twice', '/from', {
      zh: '与已登记的请假重叠',
      en: 'it overlaps with a leave that is recorded',
    });
}

function ofYear(year: string, day: string, pointer: string): void {
  if (day.startsWith(`${year}-`)) return;
  throw invalid('day-of-another-year', pointer, {
    zh: `${day} 不在 ${year} 年`,
    en: `${day} does not lie in ${year}`,
  });
}

function invalid(code: string, pointer: string, says: Bilingual): Invalid {
  return new Invalid(code, says, pointer);
}
