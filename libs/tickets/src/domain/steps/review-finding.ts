import { Forbidden, happened, Invalid, NotFound, NotPossible } from '@app/kernel';
import { knownTicket } from '../lookup.js';
import type { ReviewFinding } from '../ticket.commands.js';
import type { TicketEvent } from '../ticket.events.js';
import type { Finding, Ticket } from '../ticket.state.js';

/** A supervisor upholds a finding, or excuses it with a reason; once, and never their own. */
export function reviewFinding(command: ReviewFinding, ticket: Ticket): readonly TicketEvent[] {
  const { finding: number, verdict } = command.data;
  const reason = command.data.reason?.trim();
  const finding = knownTicket(ticket).findings.find((each) => each.finding === number);
  if (!finding) {
    throw new NotFound(
      'finding-not-found',
      { zh: '没有这条偏差记录', en: 'there is no such finding' },
      '/finding',
    );
  }
  notReviewedTwice(finding);
  notAboutOneself(command, finding);
  const { article } = finding;
  if (verdict === 'upheld') {
    const upheld = { finding: number, article, ...(reason && { remark: reason }) };
    return [happened(command, 'FindingUpheld', upheld, [article, 'R13'])];
  }
  if (!reason) {
    throw new Invalid(
      'excuse-without-reason',
      { zh: '谅解须说明理由', en: 'an excuse needs its reason' },
      '/reason',
    );
  }
  return [
    happened(command, 'FindingExcused', { finding: number, article, reason }, [article, 'R13']),
  ];
}

function notReviewedTwice({ status }: Finding): void {
  if (status === 'open') return;
  throw new NotPossible('finding-already-reviewed', {
    zh: '此偏差已审核',
    en: 'this finding was reviewed before',
  });
}

function notAboutOneself({ actor }: ReviewFinding, { person }: Finding): void {
  if (person === undefined || ![actor.id, actor.onBehalfOf].includes(person)) return;
  throw new Forbidden('own-finding', {
    zh: '不得审核针对本人的偏差记录',
    en: 'nobody reviews a finding about themself',
  });
}
