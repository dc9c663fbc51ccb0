import { fold, type Decider } from '@app/kernel';
import { thirdMajor } from './standing/third-major.js';
import { evolve, initialState } from './standing.evolve.js';
import type { ChangesActs, StandingCommand } from './standing.commands.js';
import type { StandingEvent } from './standing.events.js';
import type { Standing } from './standing.state.js';
import { decideAppeal, fileAppeal } from './steps/appeal.js';
import { approveOpeningActs, enterOpeningActs } from './opening/take-over-acts.js';
import { openConsequence, undoConsequence } from './steps/consequence.js';
import { decideAct, declineAct } from './steps/decide-act.js';
import { evaluatePeriod, evaluatePeriodAgain } from './steps/evaluate-period.js';
import { hearEmployee } from './steps/hear-employee.js';
import { openCase } from './steps/open-case.js';
import { judgeShortageAgain } from './steps/judge-shortage.js';
import { noteProfit } from './steps/note-profit.js';
import { payShare } from './steps/pay-share.js';
import { proposeAct } from './steps/propose-act.js';
import { proposeShare } from './steps/propose-share.js';
import { recordShortage } from './steps/record-shortage.js';
import { reportSaleWithoutFile } from './steps/report-sale-without-file.js';
import { dropCase, verifyCase } from './steps/verify-case.js';
import { withdrawCase } from './steps/withdraw-case.js';

type Step<C extends StandingCommand> = (
  command: C,
  standing: Standing,
) => StandingEvent | readonly StandingEvent[];

/** Everything that can be asked of a standing, and the step that answers. One that is missing does not compile. */
const steps: { readonly [C in StandingCommand as C['type']]: Step<C> } = {
  OpenCase: openCase,
  OpenConsequence: openConsequence,
  NoteProfit: noteProfit,
  UndoConsequence: undoConsequence,
  ProposeShare: proposeShare,
  WithdrawCase: withdrawCase,
  RecordShortage: recordShortage,
  JudgeShortageAgain: judgeShortageAgain,
  ReportSaleWithoutFile: reportSaleWithoutFile,
  EvaluatePeriod: evaluatePeriod,
  EvaluatePeriodAgain: evaluatePeriodAgain,
  VerifyCase: verifyCase,
  DropCase: dropCase,
  ProposeAct: proposeAct,
  HearEmployee: hearEmployee,
  DecideAct: decideAct,
  DeclineAct: declineAct,
  FileAppeal: fileAppeal,
  DecideAppeal: decideAppeal,
  PayShare: payShare,
  EnterOpeningActs: enterOpeningActs,
  ApproveOpeningActs: approveOpeningActs,
};

/** An employee's year (D8): the cases of its facts, and what follows when three major demerits stand. */
export const standingDecider: Decider<StandingCommand, Standing, StandingEvent> = {
  initialState,
  evolve,
  decide(command, standing) {
    const events = [(steps[command.type] as Step<StandingCommand>)(command, standing)].flat();
    const last = events.findLast(changesActs);
    if (!last) return events;
    const after = fold(standingDecider, events, standing);
    return [...events, ...thirdMajor(command as ChangesActs, after, last.data.case)];
  },
};

const CHANGING = [
  'ActDecided',
  'ActRevoked',
  'ActReduced',
  'ActTakenOver',
  'ActTakenBack',
] as const;

/** Whether other acts may count after an event than before. */
function changesActs(
  event: StandingEvent,
): event is Extract<StandingEvent, { type: (typeof CHANGING)[number] }> {
  return (CHANGING as readonly string[]).includes(event.type);
}
