import { enforce, fen, type Yuan } from '@app/kernel';
import { happened } from '@app/policy';
import type { Facts, Portion } from '../case/facts.js';
import { shareOf } from '../case/share.js';
import { endOfTerm } from '../case/terms.js';
import type { Clause } from '../edition/clause.js';
import type { EditionInForce } from '../edition/edition-line.js';
import { CORRECTED } from '../evaluation/consequences.js';
import { outcomeOf } from '../rules/act-is-one-of-the-outcomes.js';
import { dismissedTakeNoFurtherActs } from '../rules/dismissed-take-no-further-acts.js';
import { notPunishedTwice } from '../rules/facts-are-not-punished-twice.js';
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
  const { edition, clause } = clauseInForce(D30, command.known);
  const earned = { facts, edition, clause, share: shareOf(facts, clause) };
  if (!last && fen(earned.share) === 0n) return [];
  const others = standing.cases.filter((file) => !own.includes(file));
  notPunishedTwice(facts, others);
  const dropped = own
    .filter((file) => file.status !== 'appealed' && isPending(file))
    .map((file): StandingEvent => {
      const data = { case: file.case, corrected: true as const };
      return happened(command, 'CaseDropped', data, ['D30']);
    });
  return [...dropped, ...proposed(command, standing, earned, own.find(counts))];
}

interface Earned {
  readonly facts: Facts;
  readonly edition: EditionInForce;
  readonly clause: Clause;
  readonly share: Yuan;
}

/** A case of what is earned now, or of nothing more; none where it is as was decided. */
function proposed(
  command: ProposeShare,
  standing: Standing,
  { facts, edition, clause, share }: Earned,
  act: CaseFile | undefined,
): readonly StandingEvent[] {
  const nothing = fen(share) === 0n;
  if (act ? isSame(act.opened, facts) : nothing) return [];
  const dismissed = command.known.dismissed || isDismissed(standing);
  enforce([dismissedTakeNoFurtherActs], { dismissed });
  const meant: Clause = nothing ? { ...clause, ...CORRECTED } : clause;
  const of = { facts: { ...facts, clause: meant.clause }, edition, clause: meant };
  const because = act ? { replaces: act.case } : {};
  const file = opened(command, standing, { ...of, known: command.known }, because);
  const { measures } = outcomeOf(meant.outcomes, undefined)!;
  const takes = act && fen(shareOf(act.opened, act.opened.judgedBy.clause)) > fen(share);
  const hearing = takes
    ? {
        hearingUntil: endOfTerm(command.known, command.occurredAt, file.data.judgedBy.hearingDays),
      }
    : {};
  const data = { case: file.data.case, measures, ...hearing };
  return [file, happened(command, 'ActProposed', data, ['D30'])];
}

function isOf({ opened: { article, matter } }: CaseFile, facts: Facts): boolean {
  return article === facts.article && matter === facts.matter;
}

function isSame(one: Facts, other: Facts): boolean {
  return (
    one.income === other.income &&
    one.costs === other.costs &&
    isSamePortion(one.portion!, other.portion!)
  );
}

function isSamePortion(one: Portion, other: Portion): boolean {
  return one.before === other.before && one.weight === other.weight && one.of === other.of;
}
