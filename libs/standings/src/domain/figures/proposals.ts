import {
  byAnEmployee,
  enforce,
  fen,
  Invalid,
  localDate,
  noSuch,
  NotPossible,
  partiesOf,
  type Command,
  type Instant,
} from '@app/kernel';
import { happened } from '@app/policy';
import { monthsOfDays } from './days.js';
import { notFromPaper } from '../opening/take-over-figures.js';
import { figuresAreConfirmedByAnother } from '../rules/figures-are-confirmed-by-another.js';
import { judgedTargetsStand } from '../rules/judged-targets-stand.js';
import { lateTargetsAreTheManagers } from '../rules/late-targets-are-the-managers.js';
import type {
  AdjustResult,
  ConfirmFigures,
  RefuseFigures,
  SetTargets,
} from './figures.commands.js';
import type { FiguresEvent, FiguresProposed } from './figures.events.js';
import type { Figures, Proposal } from './figures.state.js';
import { leaveConfirmed } from './leave.js';
import { proposed } from './propose.js';

/**
 * Targets of months to come are set at once. One of a month that has begun says why, and waits for the general
 * manager, who may also set it; none that something was judged by is set anew.
 *
 * @throws Refused R13: something was judged by it
 * @throws Invalid `late-target-without-reason`, pointing at `/reason`
 */
export function setTargets(command: SetTargets, figures: Figures): FiguresEvent {
  const { reason, ...targets } = command.data;
  const months = targets.months.map(({ month }) => month);
  const late = months.filter((month) => hasBegun(month, command));
  if (late.length === 0) return happened(command, 'TargetsSet', targets, ['R13']);
  notJudgedBy(command, targets.of, months);
  if (reason === undefined)
    throw new Invalid(
      'late-target-without-reason',
      {
        zh: `${late[0]} 已经开始：指标须注明理由，由总经理确认`,
        en: `${late[0]} has begun: a target of it says why, and the general manager confirms it`,
      },
      '/reason',
    );
  if (command.actor.role === 'general-manager')
    return happened(command, 'TargetsSet', command.data, ['R13']);
  const { of, months: amounts } = targets;
  return proposed(command, figures, { reason, targets: { of, months: amounts } });
}

/** What a result lacks, or has too much, counts once another person has confirmed it. */
export function adjustResult(command: AdjustResult, figures: Figures): FiguresProposed {
  const { of, month, amount, reason, evidence } = command.data;
  return proposed(command, figures, { reason, adjustment: { of, month, amount, evidence } });
}

/**
 * Somebody else confirms what was entered by hand: from now on it counts.
 *
 * @throws Refused R2: their own; R13: late targets, by anybody but the general manager, or judged by since
 * @throws NotFound `unknown-proposal`, `unknown-leave` @throws NotPossible `proposal-answered`
 * @throws Invalid `leave-twice`
 */
export function confirmFigures(command: ConfirmFigures, figures: Figures): FiguresEvent {
  const { employee, year, proposal } = command.data;
  const found = waiting(command, figures);
  const { targets, adjustment, reason, by } = found;
  byAnEmployee(command);
  const parties = partiesOf(command.actor);
  enforce([figuresAreConfirmedByAnother], { proposedBy: by, parties });
  if (found.leave ?? found.withdraws) return leaveConfirmed(command, figures, found);
  const of = { employee, year, proposal, reason };
  if (adjustment) {
    notFromPaper(figures, adjustment.of, [adjustment.month]);
    return happened(command, 'ResultAdjusted', { ...of, ...adjustment }, ['R13']);
  }
  const { of: target, months } = targets!;
  enforce([lateTargetsAreTheManagers], command.actor);
  notFromPaper(
    figures,
    target,
    months.map(({ month }) => month),
  );
  notJudgedBy(
    command,
    target,
    months.map(({ month }) => month),
  );
  return happened(command, 'TargetsSet', { ...of, of: target, months }, ['R13']);
}

/** It counts for nothing. Whoever proposed it may take it back so. */
export function refuseFigures(command: RefuseFigures, figures: Figures): FiguresEvent {
  const proposal = waiting(command, figures);
  const data = { ...command.data, months: monthsOfProposal(proposal) };
  return happened(command, 'FiguresRefused', data, ['R13']);
}

/** The months that a proposal is about. */
export function monthsOfProposal({
  targets,
  adjustment,
  leave,
  withdraws,
}: Pick<Proposal, 'targets' | 'adjustment' | 'leave' | 'withdraws'>): readonly string[] {
  const months = [...(targets?.months ?? []), ...(adjustment ? [adjustment] : [])];
  const days = leave ?? withdraws;
  return [...months.map(({ month }) => month), ...(days ? monthsOfDays(days) : [])];
}

const unknownProposal = noSuch('proposal', { zh: '这笔待确认的数字', en: 'proposal of figures' });

function waiting(
  { data: { proposal } }: ConfirmFigures | RefuseFigures,
  { proposals }: Figures,
): Proposal {
  const found = proposals.find((each) => each.proposal === proposal);
  if (!found) throw unknownProposal('/proposal');
  if (found.status === 'waiting') return found;
  throw new NotPossible('proposal-answered', {
    zh: '该笔数字已有答复',
    en: 'it was confirmed or refused already',
  });
}

/** By the time at which it is told, whatever time it says. */
function hasBegun(month: string, { occurredAt, receivedAt = occurredAt }: Told): boolean {
  return localDate(receivedAt) >= `${month}-01`;
}

type Told = Command & { readonly receivedAt?: Instant };

function notJudgedBy(
  { known }: SetTargets | ConfirmFigures,
  of: string,
  months: readonly string[],
): void {
  const judged = known.judged.filter((each) => each.of === of && months.includes(each.month));
  const periods = [...new Set(judged.map(({ period }) => period))];
  enforce([judgedTargetsStand(periods)], { periods });
}

/** @throws Invalid `nothing-adjusted` */
export function somethingAdjusted({ data: { amount } }: AdjustResult): void {
  if (fen(amount) !== 0n) return;
  throw new Invalid(
    'nothing-adjusted',
    { zh: '更正数额不能为零', en: 'an adjustment is not zero' },
    '/amount',
  );
}
