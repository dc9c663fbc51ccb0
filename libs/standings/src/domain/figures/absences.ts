import { fen, minutesBetween, yuan, type Span } from '@app/kernel';
import { happened } from '@app/policy';
import type { CountAbsence, CountResult, LiftAbsence } from './figures.commands.js';
import type { Absence, Absences, Worked } from './absences.state.js';
import type { AbsenceCounted, FiguresEvent, ResultCounted } from './figures.events.js';

/** Hours that are told of a time within an absence count, and are taken off at once (D20, D35). */
export function countedWithin(
  command: CountResult,
  { absences }: Absences,
): readonly ResultCounted[] {
  const { data } = command;
  const { span } = data;
  if (!span) return [];
  return absences.flatMap((absence) => taken(command, absence, [{ ...data, span }]));
}

/** An act of absence takes off what had counted within it; known already, nothing. */
export function countAbsence(
  command: CountAbsence,
  { absences, worked }: Absences,
): readonly (AbsenceCounted | ResultCounted)[] {
  const { data } = command;
  if (absences.some((each) => each.case === data.case)) return [];
  const counted = happened(command, 'AbsenceCounted', data, ['D20', 'D35']);
  return [counted, ...taken(command, data, worked)];
}

/** Revoked, what it had taken off counts again. */
export function liftAbsence(
  command: LiftAbsence,
  { absences, worked }: Absences,
): readonly FiguresEvent[] {
  const absence = absences.find((each) => each.case === command.data.case);
  if (!absence) return [];
  const lifted = happened(command, 'AbsenceLifted', command.data, ['D20', 'D35']);
  return [lifted, ...taken(command, absence, worked, 1n)];
}

/** By month what of the hours lies within the absence, in proportion to the time; each entry rounded once, half up. */
function taken(
  command: CountResult | CountAbsence | LiftAbsence,
  { case: number, span: within }: Absence,
  worked: readonly Worked[],
  sign = -1n,
): readonly ResultCounted[] {
  const { employee, year } = command.data;
  const source = { stream: `standing-${employee}:${year}`, entry: String(number) };
  const months = [...new Set(worked.map(({ month }) => month))];
  return months.flatMap((month) => {
    const of = worked.filter((each) => each.month === month);
    const amount = of.reduce((sum, each) => sum + partOf(each, within), 0n) * sign;
    if (amount === 0n) return [];
    const data = { employee, year, of: 'hours' as const, month, amount: yuan(amount), source };
    return [happened(command, 'ResultCounted', data, ['D20', 'D35', 'R13'])];
  });
}

function partOf({ span, amount }: Worked, within: Span): bigint {
  const from = span.from > within.from ? span.from : within.from;
  const until = span.until < within.until ? span.until : within.until;
  const whole = BigInt(Math.round(minutesBetween(span.from, span.until) * 60));
  if (until <= from || whole <= 0n) return 0n;
  const part = BigInt(Math.round(minutesBetween(from, until) * 60));
  const hours = fen(amount);
  const size = ((hours < 0n ? -hours : hours) * part * 2n + whole) / (whole * 2n);
  return hours < 0n ? -size : size;
}
