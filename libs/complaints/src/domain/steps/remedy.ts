import { enforceOrFind, recordFindings } from '@app/findings';
import { Invalid, NotPossible, sum, type Actor, type Instant, type Yuan } from '@app/kernel';
import { happened, policyAt } from '@app/policy';
import type { AcceptRemedy, DeclineRemedy, ProposeRemedy } from '../complaint.commands.js';
import type { ComplaintEvent } from '../complaint.events.js';
import { isJudged, type Begun, type OfferedRemedy } from '../complaint.state.js';
import { found } from '../found.js';
import { somebodyIsThere, whileOpen } from '../preconditions.js';

const IN_MONEY: readonly string[] = ['refund', 'compensation'];

/**
 * What the customer is offered for it, within what the role may grant on one complaint, all that was granted
 * on it together (R2).
 *
 * @throws Refused R2 `beyond-authority`
 * @throws Invalid `amount-missing`, `amount-of-nothing`
 * @throws NotPossible `not-judged`
 */
export function proposeRemedy(command: ProposeRemedy, complaint: Begun): ComplaintEvent[] {
  whileOpen(command, complaint);
  somebodyIsThere(complaint);
  const { data } = command;
  checkAmount(data);
  if (complaint.joinedTo === undefined && !isJudged(complaint))
    throw new NotPossible('not-judged', {
      zh: '各点尚未认定',
      en: 'not all points are upheld or rejected yet',
    });
  const { complaint: id, round, remedies } = complaint;
  const remedy = remedies.length + 1;
  const granted = grantedOf([...remedies, { ...data, status: 'proposed' }]);
  const limit = limitOf(command.actor, command.occurredAt);
  const broken = IN_MONEY.includes(data.kind)
    ? enforceOrFind(command, [found.withinAuthority], { granted, limit })
    : [];
  return [
    happened(command, 'RemedyProposed', { complaint: id, round, remedy, ...data }, ['R9', 'R2']),
    ...recordFindings(command, complaint, broken, { round, person: command.actor.id }),
  ];
}

/** The customer takes what was offered. */
export function acceptRemedy(command: AcceptRemedy, complaint: Begun): ComplaintEvent[] {
  const { remedy, note } = proposed(command, complaint);
  const data = { complaint: complaint.complaint, remedy, ...note };
  return [happened(command, 'RemedyAccepted', data, ['R9'])];
}

/** The customer does not want it: something else may be offered. */
export function declineRemedy(command: DeclineRemedy, complaint: Begun): ComplaintEvent[] {
  const { remedy, note } = proposed(command, complaint);
  const data = { complaint: complaint.complaint, remedy, ...note };
  return [happened(command, 'RemedyDeclined', data, ['R9'])];
}

function proposed(command: AcceptRemedy | DeclineRemedy, complaint: Begun) {
  whileOpen(command, complaint);
  const { remedy, note } = command.data;
  const found = complaint.remedies.find((each) => each.remedy === remedy);
  if (!found)
    throw new Invalid(
      'unknown-remedy',
      { zh: '没有提出过这项补救', en: 'no such remedy was offered' },
      '/remedy',
    );
  if (found.status !== 'proposed')
    throw new NotPossible('remedy-settled', {
      zh: '客户已答复过这项补救',
      en: 'the customer has accepted or declined it before',
    });
  return { remedy, note: note !== undefined && { note } };
}

/** What is granted in money on a complaint, in all its rounds. */
function grantedOf(
  remedies: readonly (Pick<OfferedRemedy, 'kind' | 'status'> & { readonly amount?: Yuan })[],
): Yuan {
  const amounts = remedies.flatMap(({ kind, status, amount }) =>
    status !== 'declined' && IN_MONEY.includes(kind) && amount !== undefined ? [amount] : [],
  );
  return sum(amounts);
}

/** By the settings in force: what the role may grant on one complaint. */
function limitOf({ role }: Actor, at: Instant): Yuan {
  const { office, supervisor, generalManager } = policyAt(at).complaints.authority;
  if (role === 'general-manager') return generalManager;
  return role === 'supervisor' ? supervisor : office;
}

function checkAmount({ kind, amount }: ProposeRemedy['data']): void {
  const inMoney = IN_MONEY.includes(kind);
  if (inMoney && (amount === undefined || amount === '0.00'))
    throw new Invalid('amount-missing', { zh: '须写明金额', en: 'say how much it is' }, '/amount');
  if (!inMoney && amount !== undefined)
    throw new Invalid(
      'amount-of-nothing',
      { zh: '此项补救没有金额', en: 'this remedy has no amount' },
      '/amount',
    );
}
