import { byAnEmployee, enforce, fen, NotPossible, partiesOf, yuan } from '@app/kernel';
import { happened } from '@app/policy';
import { caseOf } from '../case/case-of.js';
import { paidUnder } from '../case/share.js';
import { nobodyJudgesTheirOwnCase } from '../rules/nobody-judges-their-own-case.js';
import { shareIsPaidOnce } from '../rules/share-is-paid-once.js';
import type { PayShare } from '../standing.commands.js';
import type { SharePaid } from '../standing.events.js';
import type { Standing } from '../standing.state.js';

/**
 * The share of the net income is paid to who earned it, once (D30), and not by themself (R2); where it replaces
 * another that was paid, what is more.
 *
 * @throws NotPossible `no-share`, `share-paid-before`: as much was paid already
 */
export function payShare(command: PayShare, standing: Standing): SharePaid {
  const file = caseOf(command, standing, ['decided']);
  byAnEmployee(command);
  const parties = partiesOf(command.actor);
  enforce([nobodyJudgesTheirOwnCase], { employee: file.opened.employee, parties });
  if (file.share === undefined)
    throw new NotPossible('no-share', { zh: '本案没有创收奖励', en: 'no share follows from it' });
  enforce([shareIsPaidOnce], file);
  const before = paidUnder(file, standing);
  const amount = fen(file.share) - fen(before);
  if (amount <= 0n)
    throw new NotPossible('share-paid-before', {
      zh: `更正前已发放 ${before} 元，无须再发`,
      en: `${before} yuan were paid before it was corrected; no more is due`,
    });
  return happened(command, 'SharePaid', { case: file.case, amount: yuan(amount) }, ['D30']);
}
