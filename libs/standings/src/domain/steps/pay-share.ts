import { enforce, NotPossible, partiesOf } from '@app/kernel';
import { happened } from '@app/policy';
import { caseOf } from '../case/case-of.js';
import { byAnEmployee } from '../case/parties.js';
import { nobodyJudgesTheirOwnCase } from '../rules/nobody-judges-their-own-case.js';
import { shareIsPaidOnce } from '../rules/share-is-paid-once.js';
import type { PayShare } from '../standing.commands.js';
import type { SharePaid } from '../standing.events.js';
import type { Standing } from '../standing.state.js';

/** The share of the net income is paid to who earned it, once (D30), and not by themself (R2). */
export function payShare(command: PayShare, standing: Standing): SharePaid {
  const file = caseOf(command, standing, ['decided']);
  byAnEmployee(command);
  const parties = partiesOf(command.actor);
  enforce([nobodyJudgesTheirOwnCase], { employee: file.opened.employee, parties });
  if (file.share === undefined)
    throw new NotPossible('no-share', { zh: '本案没有创收奖励', en: 'no share follows from it' });
  enforce([shareIsPaidOnce], file);
  return happened(command, 'SharePaid', { case: file.case, amount: file.share }, ['D30']);
}
