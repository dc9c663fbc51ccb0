import { enforce, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { judgedCase } from '../case/case-of.js';
import { endOfTerm } from '../case/terms.js';
import { areRewards } from '../edition/clause.js';
import { actIsOneOfTheOutcomes, outcomeOf } from '../rules/act-is-one-of-the-outcomes.js';
import { actIsVerifiedFirst } from '../rules/act-is-verified-first.js';
import { shortageIsOwnFault } from '../rules/shortage-is-own-fault.js';
import { reportIsConfirmedFirst } from '../rules/report-is-confirmed-first.js';
import { graveOutcomeNeedsGraveFacts } from '../rules/grave-outcome-needs-grave-facts.js';
import type { ProposeAct } from '../standing.commands.js';
import type { ActProposed } from '../standing.events.js';
import type { Standing } from '../standing.state.js';

/**
 * What is to follow from the case, by its article; where that leaves a choice it must be named. Proposed
 * anew, the term of hearing begins anew; the same is not proposed again, which would put the decision off.
 * Against nobody, as a reward is, there is no hearing.
 *
 * @throws NotPossible `proposed-already`
 */
export function proposeAct(command: ProposeAct, standing: Standing): ActProposed {
  const file = judgedCase(command, standing, ['open', 'verified', 'proposed']);
  const { judgedBy, article } = file.opened;
  const { gravity } = command.data;
  enforce([actIsVerifiedFirst(article)], file);
  // Whose fault goods are missing for no count says: that is what was verified (D22).
  if (judgedBy.clause.thresholds?.shortage !== undefined)
    enforce([shortageIsOwnFault], { ownFault: file.opened.ownFault ?? file.verified });
  enforce([reportIsConfirmedFirst(article)], file);
  const outcome = outcomeOf(judgedBy.clause.outcomes, command.data.measures);
  enforce([actIsOneOfTheOutcomes(article)], { outcome });
  const { measures } = outcome!;
  if (file.status === 'proposed' && outcomeOf([outcome!], file.measures)) throw proposedAlready();
  enforce([graveOutcomeNeedsGraveFacts(article)], {
    outcome: outcome!,
    ...(gravity && { gravity }),
  });
  const hearingUntil = areRewards(measures)
    ? undefined
    : endOfTerm(command.known, command.occurredAt, judgedBy.hearingDays);
  const data = {
    case: file.case,
    measures,
    ...(gravity && { gravity }),
    ...(hearingUntil && { hearingUntil }),
  };
  return happened(command, 'ActProposed', data, [article]);
}

function proposedAlready(): NotPossible {
  return new NotPossible('proposed-already', {
    zh: '已作此提议，陈述期不另起算',
    en: 'just that is proposed, and its term of hearing does not begin again',
  });
}
