import { fen, sum, yuan } from '@app/kernel';
import type { AppraisalEntryRow, EntryKind } from './appraisal-sheet.row.js';

/** Whose sheet, and of which month, `2026-03`. */
export interface OfSheet {
  readonly employee: string;
  readonly month: string;
}

/** How many of how many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** What an employee's month comes to (R13), with every entry that makes it. */
export interface Sheet extends OfSheet {
  readonly points: number;
  /** Hours of labour, and how many are asked; null: no quota is set. */
  readonly hours: string;
  readonly quota: string | null;
  /** Of the quota, in per cent with two places, half of the last rounded up; null where none is asked. */
  readonly quotaPercent: string | null;
  readonly basicHours: string | null;
  readonly sales: string;
  readonly salesTarget: string | null;
  /** Days on which nothing was asked. */
  readonly leaveDays: number;
  /** Response and restoration times that were kept, of all that were. */
  readonly clocks: Share;
  /** Tickets of which the first visit brought the repair, of all that were repaired. */
  readonly firstVisits: Share;
  /** Follow-ups to which the customer was content, of all. */
  readonly content: Share;
  /** What customers gave as they signed, 1 to 5, on average with two places; null: nobody signed. */
  readonly rating: string | null;
  /** How many findings were upheld. */
  readonly findings: number;
  /** How many points of complaints were upheld and left to the general staff rules (R9). */
  readonly complaints: number;
  readonly entries: readonly AppraisalEntryRow[];
  /** What stood on the sheet, and was taken off it since: the entry, and what took it off. */
  readonly takenOff: readonly TakenOff[];
}

export interface TakenOff {
  readonly entry: AppraisalEntryRow;
  readonly by: AppraisalEntryRow;
}

/**
 * The sheet by what was known.
 *
 * @param known entries of every subject that ever stood on it, in the order in which they were recorded
 */
export function sheetOf({ employee, month }: OfSheet, known: readonly AppraisalEntryRow[]): Sheet {
  const isOn = (row: AppraisalEntryRow) =>
    row.shown && row.employee === employee && row.month === month;
  const subjects = bySubject(known);
  const entries = subjects.map((rows) => rows.at(-1)!).filter(isOn);
  const takenOff = subjects.flatMap((rows): TakenOff[] => {
    const by = rows.at(-1)!;
    const entry = rows.findLast(isOn);
    return entry && !isOn(by) ? [{ entry, by }] : [];
  });
  const of = (kind: EntryKind, what?: string) =>
    entries.filter((each) => each.kind === kind && (what === undefined || each.what === what));
  const hours = total(of('result', 'hours'));
  const quota = target(of('target', 'quota'));
  return {
    employee,
    month,
    points: of('points').reduce((points, { amount }) => points + Number(amount), 0),
    hours,
    quota,
    quotaPercent: quota === null ? null : percent(hours, quota),
    basicHours: target(of('target', 'basic-hours')),
    sales: total(of('result', 'sales')),
    salesTarget: target(of('target', 'sales')),
    leaveDays: of('leave').reduce((days, { amount }) => days + Number(amount), 0),
    clocks: share(of('clock')),
    firstVisits: share(of('first-visit')),
    content: share(of('follow-up')),
    rating: average(of('rating')),
    findings: of('finding').length,
    complaints: of('complaint').length,
    entries,
    takenOff,
  };
}

function bySubject(rows: readonly AppraisalEntryRow[]): readonly AppraisalEntryRow[][] {
  const subjects = new Map<string, AppraisalEntryRow[]>();
  for (const row of rows) {
    const before = subjects.get(row.subject);
    if (before) before.push(row);
    else subjects.set(row.subject, [row]);
  }
  return [...subjects.values()];
}

function total(entries: readonly AppraisalEntryRow[]): string {
  return sum(entries.map(({ amount }) => amount));
}

function target([entry]: readonly AppraisalEntryRow[]): string | null {
  return entry?.amount ?? null;
}

function share(entries: readonly AppraisalEntryRow[]): Share {
  return { count: entries.filter(({ amount }) => amount === '1').length, of: entries.length };
}

function percent(result: string, quota: string): string | null {
  const of = fen(quota);
  if (of <= 0n) return null;
  const has = fen(result);
  return yuan(has <= 0n ? 0n : (2n * has * 10_000n + of) / (2n * of));
}

function average(entries: readonly AppraisalEntryRow[]): string | null {
  const count = BigInt(entries.length);
  if (count === 0n) return null;
  const all = entries.reduce((before, { amount }) => before + BigInt(amount), 0n);
  return yuan((2n * all * 100n + count) / (2n * count));
}
