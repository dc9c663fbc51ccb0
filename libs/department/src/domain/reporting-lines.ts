import { streams, type Ask, type Decider } from '@app/kernel';
import { happened } from '@app/policy';
import { checkLine, type KnownLine } from './reports-to.js';
import type { ReportingLinesEvent } from './reporting-lines.events.js';

/** Who reports to whom, of everybody whose superior has changed; null: to nobody any more. */
export interface ReportingLines {
  readonly lines: Readonly<Record<string, string | null>>;
  /** Events since the last that carries all of it. */
  readonly since: number;
}

/** Somebody's superior is another; without one: they report to nobody. */
export type NameSuperior = Ask<
  'NameSuperior',
  { readonly employee: string; readonly reportsTo?: string },
  KnownLine
>;

/**
 * One stream for the whole centre. Each file can be judged by itself, and yet three that change at the same
 * moment could close a circle; whoever changes a line takes part here, one after another.
 */
export const reportingStreams = streams<ReportingLines>('reporting');

/** The only one of its kind. */
export const LINES = 'lines';

/** After so many events the state is carried forward (ADR 24). It is no number of the policy. */
const CARRIED_EVERY = 200;

export const reportingLinesDecider: Decider<NameSuperior, ReportingLines, ReportingLinesEvent> = {
  initialState: () => ({ lines: {}, since: 0 }),
  evolve,
  decide(command, state) {
    const { employee, reportsTo } = command.data;
    if (reportsTo === undefined) {
      if ((state.lines[employee] ?? null) === null) return [];
    } else {
      checkLine(employee, lineFrom(reportsTo, employee, state, command.known));
    }
    const named = happened(command, 'SuperiorNamed', command.data);
    if (state.since < CARRIED_EVERY) return [named];
    const after = Object.entries(evolve(state, named).lines);
    const lines = after.flatMap(([each, to]) =>
      to === null ? [] : [{ employee: each, reportsTo: to }],
    );
    return [named, happened(command, 'ReportingLinesCarriedForward', { lines })];
  },
};

function evolve({ lines, since }: ReportingLines, event: ReportingLinesEvent): ReportingLines {
  if (event.type === 'ReportingLinesCarriedForward') {
    const carried = event.data.lines.map(({ employee, reportsTo }) => [employee, reportsTo]);
    return { lines: Object.fromEntries(carried) as ReportingLines['lines'], since: 0 };
  }
  const { employee, reportsTo = null } = event.data;
  return { lines: { ...lines, [employee]: reportsTo }, since: since + 1 };
}

/** Everybody above, up to `employee` where the line comes back to them; of whom nothing changed, as their file says. */
function lineFrom(
  reportsTo: string,
  employee: string,
  { lines }: ReportingLines,
  { above }: KnownLine,
): string[] {
  const line: string[] = [];
  let next: string | undefined = reportsTo;
  while (next !== undefined && !line.includes(next)) {
    line.push(next);
    if (next === employee) break;
    const on = above.findIndex((superior) => superior.employee === next);
    const onFile: string | undefined = on < 0 ? undefined : above[on + 1]?.employee;
    next = Object.hasOwn(lines, next) ? (lines[next] ?? undefined) : onFile;
  }
  return line;
}
