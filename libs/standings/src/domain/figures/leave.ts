import { Invalid, noSuch, type Bilingual } from '@app/kernel';
import { happened } from '@app/policy';
import type { ConfirmFigures, RecordLeave, WithdrawLeave } from './figures.commands.js';
import type { FiguresProposed, LeaveRecorded, LeaveWithdrawn } from './figures.events.js';
import type { Days } from './days.js';
import type { Figures, Leave, Proposal } from './figures.state.js';
import { proposed } from './propose.js';

/**
 * Leave takes its days off what is asked of the employee: it counts once another person has confirmed it.
 *
 * @throws Invalid `day-of-another-year`, `ends-before-it-begins`, `leave-twice`, pointing at the field
 */
export function recordLeave(command: RecordLeave, figures: Figures): FiguresProposed {
  const { year, from, until, reason } = command.data;
  ofYear(year, from, '/from');
  ofYear(year, until, '/until');
  if (until < from)
    throw invalid('ends-before-it-begins', '/until', {
      zh: '结束日早于开始日',
      en: 'it ends before it begins',
    });
  const waiting = figures.proposals.flatMap(({ status, leave }) =>
    status === 'waiting' && leave ? [leave] : [],
  );
  apart({ from, until }, [...figures.leave, ...waiting], '/from');
  return proposed(command, figures, { reason, leave: { from, until } });
}

/** So does withdrawing it, which asks for its days again. @throws NotFound `unknown-leave` */
export function withdrawLeave(command: WithdrawLeave, figures: Figures): FiguresProposed {
  const { leave, reason } = command.data;
  return proposed(command, figures, { reason, withdraws: leaveOf(leave, figures, '/leave') });
}

/** Another has confirmed it; what has changed since it was proposed is looked at again. */
export function leaveConfirmed(
  command: ConfirmFigures,
  figures: Figures,
  { reason, leave, withdraws }: Pick<Proposal, 'reason' | 'leave' | 'withdraws'>,
): LeaveRecorded | LeaveWithdrawn {
  const { employee, year, proposal } = command.data;
  const of = { employee, year, reason, proposal };
  if (withdraws) {
    const { leave: number, ...days } = leaveOf(withdraws.leave, figures, '/proposal');
    return happened(command, 'LeaveWithdrawn', { ...of, leave: number, ...days }, ['R13']);
  }
  apart(leave!, figures.leave, '/proposal');
  const data = { ...of, leave: figures.leaves + 1, ...leave! };
  return happened(command, 'LeaveRecorded', data, ['R13']);
}

/** @throws Invalid `day-of-another-year` */
export function ofYear(year: string, day: string, pointer: string): void {
  if (day.startsWith(`${year}-`)) return;
  throw invalid('day-of-another-year', pointer, {
    zh: `${day} 不在 ${year} 年`,
    en: `${day} does not lie in ${year}`,
  });
}

const unknownLeave = noSuch('leave', { zh: '这次请假', en: 'leave' });

function leaveOf(number: number, { leave }: Figures, pointer: string): Leave {
  const found = leave.find((each) => each.leave === number);
  if (!found) throw unknownLeave(pointer);
  return found;
}

function apart({ from, until }: Days, others: readonly Days[], pointer: string): void {
  if (!others.some((each) => each.from <= until && from <= each.until)) return;
  throw invalid('leave-twice', pointer, {
    zh: '与已登记或待确认的请假重叠',
    en: 'it overlaps with a leave that is recorded, or waits to be',
  });
}

export function invalid(code: string, pointer: string, says: Bilingual): Invalid {
  return new Invalid(code, says, pointer);
}
