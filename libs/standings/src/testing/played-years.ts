import type { Employee } from '@app/department';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { recordedAt } from '@app/event-store/src/testing/envelopes.js';
import { fold } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { keyOf, type Process, type Send } from '@app/processes/src/process.js';
import { handled } from '@app/processes/src/reacting.js';
import { knownCalendar } from '../application/known.js';
import { knownOfPeriod } from '../application/known-of-period.js';
import { nameOf } from '../domain/edition/clause.js';
import { noFigures, type Figures } from '../domain/figures/figures.state.js';
import { standingDecider } from '../domain/standing.decider.js';
import type { StandingCommand } from '../domain/standing.commands.js';
import type { StandingEvent } from '../domain/standing.events.js';
import { subjectOf, type CaseFile, type Standing } from '../domain/standing.state.js';
import { evaluateWhatAStreakFrees } from '../processes/evaluate-what-a-streak-frees.js';
import { evaluateWhatAStreakReaches } from '../processes/evaluate-what-a-streak-reaches.js';
import { edition, EMPLOYEE, person } from './cases.js';
import { monthly } from './figures.js';

const FOLLOW = [evaluateWhatAStreakReaches, evaluateWhatAStreakFrees] as unknown as Process[];

const ask = commandOf<StandingCommand>(MANAGER);
const EVERY_DAY = { restDays: [], holidays: [], makeUpDays: [] };
/** After the last year, and after the terms in which the employee is heard. */
const AFTER = '2034-01-05T00:00:00.000Z';
const HEARD = '2034-02-05T00:00:00.000Z';
const SINCE = '2020-01-01T00:00:00.000Z';
const FILE = {
  status: 'active',
  employee: EMPLOYEE,
  ...person,
  since: SINCE,
} as unknown as Employee;

/**
 * The years of one employee's cases, each in its stream, as the processes of streaks have them evaluated: what is
 * known is looked up as the server does, and a closed year refuses what would change it.
 */
export class PlayedYears {
  /** Years that are closed. */
  readonly closed = new Set<string>();
  /** Periods whose evaluation a closed year refused. */
  readonly refused: string[] = [];
  private readonly years = new Map<string, StandingEvent[]>();
  private readonly figures = new Map<string, Figures>();
  private readonly states = new Map<string, unknown>();
  private readonly contexts = new StatedContexts((stream) => this.stateOf(stream));

  /** Of 100.00 a month so much was reached in all of the year. */
  reached(year: string, total: string): void {
    const none = noFigures();
    const targets = { ...none.targets, sales: monthly(year, '100.00') };
    const results = { ...none.results, sales: { [`${year}-12`]: total } };
    this.figures.set(year, { ...none, targets, results });
  }

  /** A period is evaluated, and what follows from it. */
  async evaluate(period: string): Promise<void> {
    const year = period.slice(0, 4);
    const data = { employee: EMPLOYEE, year, period };
    const asked = { data, occurredAt: AFTER, receivedAt: AFTER };
    const known = await knownOfPeriod(asked, this.contexts);
    await this.decide(year, ask('EvaluatePeriodAgain', data, AFTER, { known }));
  }

  /** Whatever waits of a clause is decided, and what follows from that. */
  async decideAll(name: string, year: string): Promise<void> {
    const { calendar } = await knownCalendar(
      { occurredAt: HEARD, receivedAt: HEARD },
      this.contexts,
    );
    const known = { dismissed: false, calendar };
    for (const { case: number, status, opened } of this.casesOf(year)) {
      if (status !== 'proposed' || nameOf(opened) !== name) continue;
      const of = { employee: EMPLOYEE, year, case: number };
      await this.decide(year, ask('DecideAct', of, HEARD, { known }));
    }
  }

  /** The cases of a clause, or in their place: year, state, and which of the year's it is for. */
  told(name: string): string[] {
    return [...this.years.keys()].toSorted().flatMap((year) => {
      const cases = this.casesOf(year);
      const isOf = ({ opened }: CaseFile) => nameOf(opened) === name;
      const numbers = cases.filter(isOf).map((file) => file.case);
      return cases
        .filter((file) => isOf(file) || numbers.includes(file.opened.replaces ?? 0))
        .map((file) => {
          const replaced = numbers.indexOf(file.opened.replaces ?? 0);
          const what = replaced < 0 ? '' : ` ${nameOf(file.opened)} for ${replaced + 1}`;
          return `${year} ${file.status}${what}`;
        });
    });
  }

  private async decide(year: string, command: StandingCommand): Promise<void> {
    const past = this.years.get(year) ?? [];
    const events = standingDecider.decide(command, fold(standingDecider, past));
    if (events.length > 0 && this.closed.has(year)) {
      this.refused.push((command.data as { period?: string }).period ?? year);
      return;
    }
    this.years.set(year, [...past, ...events]);
    const stream = `standing-${EMPLOYEE}:${year}`;
    for (const [index, event] of events.entries()) {
      const version = past.length + index + 1;
      const recorded = recordedAt({ stream, version, position: BigInt(version) }, event);
      for (const { data } of FOLLOW.flatMap((process) => this.reactionsOf(process, recorded)))
        await this.evaluate((data as { period: string }).period);
    }
  }

  private reactionsOf(process: Process, recorded: ReturnType<typeof recordedAt>): Send[] {
    const event = handled(process, recorded);
    if (!event) return [];
    const key = `${process.name} ${keyOf(process, event)}`;
    const before = this.states.get(key) ?? process.initialState;
    this.states.set(key, process.evolve(before, event));
    return process.react(event, before) as Send[];
  }

  private casesOf(year: string): readonly CaseFile[] {
    return this.standing(year).cases.toSorted((a, b) => a.case - b.case);
  }

  private standing(year: string): Standing {
    return fold(standingDecider, this.years.get(year) ?? []);
  }

  private stateOf(stream: string): unknown {
    const { year } = subjectOf(stream);
    if (stream.startsWith('standing-')) return this.standing(year);
    if (stream.startsWith('figures-')) return this.figures.get(year) ?? noFigures();
    if (stream.startsWith('edition-')) return { editions: [edition] };
    if (stream.startsWith('calendar-')) return { year: stream.slice(-4), ...EVERY_DAY };
    return FILE;
  }
}
