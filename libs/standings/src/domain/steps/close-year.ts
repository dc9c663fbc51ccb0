import { enforce, localDate, notBefore, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { openEvaluations } from '../evaluation/open-evaluations.js';
import { yearClosesAfterItsEvaluations } from '../rules/year-closes-after-its-evaluations.js';
import { yearClosesWithoutOpenCases } from '../rules/year-closes-without-open-cases.js';
import { yearIsOpen } from '../rules/year-is-open.js';
import type { CloseYear, ReopenYear } from '../standing.commands.js';
import type { YearClosed, YearReopened } from '../standing.events.js';
import type { Standing } from '../standing.state.js';

/**
 * The general manager closes an employee's year once it is over and nothing of it is open (D8).
 *
 * @throws Refused D8: it is closed; figures are still to be evaluated; a case is open, or can be appealed
 * @throws NotPossible `year-not-over`
 */
export function closeYear(command: CloseYear, standing: Standing): YearClosed {
  const { year } = command.data;
  enforce([yearIsOpen], standing);
  notBefore(command, standing.since);
  if (localDate(command.occurredAt).slice(0, 4) <= year)
    throw new NotPossible('year-not-over', { zh: '该年度尚未结束', en: 'the year is not over' });
  enforce([yearClosesAfterItsEvaluations], { open: openEvaluations(command.known, standing) });
  enforce([yearClosesWithoutOpenCases], { cases: standing.cases, at: command.occurredAt });
  return happened(command, 'YearClosed', { year }, ['D8']);
}

/** Reopened with a reason, it takes cases of its facts again. */
export function reopenYear(command: ReopenYear, standing: Standing): YearReopened {
  if (!standing.closed)
    throw new NotPossible('year-not-closed', { zh: '该年度未结算', en: 'the year is not closed' });
  notBefore(command, standing.since);
  const { year, reason } = command.data;
  return happened(command, 'YearReopened', { year, reason }, ['D8']);
}
