import {
  enforce,
  Invalid,
  localDate,
  notBefore,
  NotPossible,
  type Ask,
  type Command,
  type Decider,
} from '@app/kernel';
import { happened } from '@app/policy';
import {
  yearClosesAfterItsEvaluations,
  type OpenEvaluations,
} from '../rules/year-closes-after-its-evaluations.js';
import { yearClosesWithoutOpenCases } from '../rules/year-closes-without-open-cases.js';
import { yearClosesWithoutOpenEntries } from '../rules/year-closes-without-open-entries.js';
import { yearIsOpen } from '../rules/year-is-open.js';
import type { YearEvent } from './year.events.js';
import { evolveYear, openYear, type CentreYear } from './year.state.js';

/** What must be known to close a year: of everybody, what of it is still open. */
export interface KnownOfClosing {
  /** Those of the state with which this was looked up. */
  readonly touches: number;
  /** Employees of whom a case is open, or can be appealed against. */
  readonly cases: readonly string[];
  /** Employees of whom an entry from paper waits, or a figure by hand. */
  readonly entries: readonly string[];
  /** Of whom which periods are to be evaluated, for the first time or anew. */
  readonly evaluations: readonly OpenEvaluations[];
}

export type CloseYear = Ask<'CloseYear', { readonly year: string }, KnownOfClosing>;
export type ReopenYear = Command<'ReopenYear', { readonly year: string; readonly reason: string }>;
/** Of every command that changes an employee's year after its last day. */
export type TouchYear = Command<'TouchYear', { readonly year: string; readonly employee: string }>;
export type YearCommand = CloseYear | ReopenYear | TouchYear;

/** A year of the whole service centre (D8); see `CentreYear`. */
export const yearDecider: Decider<YearCommand, CentreYear, YearEvent> = {
  initialState: openYear,
  evolve: evolveYear,
  decide(command, state) {
    if (!/^20\d{2}$/.test(command.data.year)) throw noYear();
    switch (command.type) {
      case 'CloseYear':
        return [closeYear(command, state)];
      case 'ReopenYear':
        return [reopenYear(command, state)];
      case 'TouchYear':
        enforce([yearIsOpen], state);
        return [happened(command, 'CentreYearTouched', command.data, ['D8'])];
    }
  },
};

/**
 * The general manager closes a year for everybody, once it is over and nothing of it is open (D8).
 *
 * @throws Refused D8: it is closed; of somebody figures are still to be evaluated, a case is open or can be
 *   appealed against, or an entry from paper waits
 * @throws NotPossible `year-not-over`; `year-touched`: something has changed since it was looked up
 */
function closeYear(command: CloseYear, state: CentreYear): YearEvent {
  const { data, known, occurredAt } = command;
  enforce([yearIsOpen], state);
  notBefore(command, state.since);
  if (localDate(occurredAt).slice(0, 4) <= data.year)
    throw new NotPossible('year-not-over', { zh: '该年度尚未结束', en: 'the year is not over' });
  if (known.touches !== state.touches) throw touched();
  enforce([yearClosesAfterItsEvaluations(known.evaluations)], known);
  enforce([yearClosesWithoutOpenCases(known.cases)], known);
  enforce([yearClosesWithoutOpenEntries(known.entries)], known);
  return happened(command, 'CentreYearClosed', { year: data.year }, ['D8']);
}

/** Reopened with a reason, it takes cases of its facts again. */
function reopenYear(command: ReopenYear, state: CentreYear): YearEvent {
  if (!state.closed)
    throw new NotPossible('year-not-closed', { zh: '该年度未结算', en: 'the year is not closed' });
  notBefore(command, state.since);
  const { year, reason } = command.data;
  return happened(command, 'CentreYearReopened', { year, reason }, ['D8']);
}

function noYear(): Invalid {
  return new Invalid('no-year', { zh: '年度须为四位数字', en: 'a year has four digits' }, '/year');
}

function touched(): NotPossible {
  return new NotPossible('year-touched', {
    zh: '该年度的案件或考核正在变动，请重试',
    en: 'a case or an evaluation of the year is changing; try again',
  });
}
