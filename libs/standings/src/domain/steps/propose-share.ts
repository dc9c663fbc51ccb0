import { enforce, fen } from '@app/kernel';
import { happened } from '@app/policy';
import type { Facts } from '../case/facts.js';
import { shareOf } from '../case/share.js';
import { endOfTerm } from '../case/terms.js';
import type { Clause } from '../edition/clause.js';
import { CORRECTED } from '../evaluation/consequences.js';
import { outcomeOf } from '../rules/act-is-one-of-the-outcomes.js';
import { dismissedTakeNoFurtherActs } from '../rules/dismissed-take-no-further-acts.js';
import { factsAreNotPunishedTwice } from '../rules/facts-are-not-punished-twice.js';
import { yearIsOpen } from '../rules/year-is-open.js';
import type { ProposeShare } from '../standing.commands.js';
import type { StandingEvent } from '../standing.events.js';
import { counts, isDismissed, isPending, type CaseFile, type Standing } from '../standing.state.js';
import { clauseInForce, opened } from './open-case.js';

const D30 = { article: 'D30', clause: 'extra-service' } as const;

/**
 * What somebody earned by extra service: a case with its share proposed, as D30 leaves no choice. Told the
 * same again it is nothing new. Where the income, its costs or who earned it have changed since, what waits
 * for a decision is dropped, and what was decided is to be replaced by a case that names it; the employee is
 * heard where that takes something from them.
 *
 * @throws Refused D42, D44, D4, D5, D7, D8 as `openCase`; D30: somebody else opened a case of the same income
 */
export function proposeShare(command: ProposeShare, standing: Standing): readonly StandingEvent[] {
  const { employee: _employee, year: _year, ...said } = command.data;
  const facts: Facts = { ...said, ...D30, evidence: [] };
  const own = standing.cases.filter((file) => isOf(file, facts) && file.opened.portion);
  const last = own.findLast(({ undone }) => !undone);
  if (last && isSame(last.opened, facts)) return [];
  enforce([yearIsOpen], standing);
  const { edition, clause } = clauseInForce(D30, command.known);
  const share = shareOf(facts, clause);
  if (!last && fen(share) === 0n) return [];
  const others = standing.cases.filter((file) => !own.includes(file));
  enforce([factsAreNotPunishedTwice('D30')], { facts, cases: others });
  const waiting = own.filter((file) => file.status !== 'appealed' && isPending(file));
  const dropped = waiting.map((file) =>
    happened(command, 'CaseDropped', { case: file.case, corrected: true as const }, ['D30']),
  );
  const act = own.find(counts);
  if (act ? isSame(act.opened, facts) : fen(share) === 0n) return dropped;
  const dismissed = command.known.dismissed || isDismissed(standing);
  enforce([dismissedTakeNoFurtherActs], { dismissed });
  const meant: Clause = fen(share) === 0n ? { ...clause, ...CORRECTED } : clause;
  const { measures } = outcomeOf(meant.outcomes, undefined)!;
  const file = opened(
    command,
    standing,
    { facts: { ...facts, clause: meant.clause }, edition, clause: meant, known: command.known },
    { ...(act && { replaces: act.case }) },
  );
  const takes = act && fen(shareOf(act.opened, act.opened.judgedBy.clause)) > fen(share);
  const hearingUntil = takes
    ? endOfTerm(command.known, command.occurredAt, file.data.judgedBy.hearingDays)
    : undefined;
  const proposed = { case: file.data.case, measures, ...(hearingUntil && { hearingUntil }) };
  return [...dropped, file, happened(command, 'ActProposed', proposed, ['D30'])];
}

function isOf({ opened: { article, matter } }: CaseFile, facts: Facts): boolean {
  return article === facts.article && matter === facts.matter;
}

function isSame(one: Facts, other: Facts): boolean {
  return (
    one.income === other.income &&
    one.costs === other.costs &&
    one.portion?.before === other.portion?.before &&
    one.portion?.weight === other.portion?.weight &&
    one.portion?.of === other.portion?.of
  );
}
