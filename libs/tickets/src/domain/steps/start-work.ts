import { enforce, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { atWork } from '../visit/visit.preconditions.js';
import { resumption } from '../visit/resumption.js';
import { chargeIsSigned } from '../rules/charge-is-signed.js';
import { consentComesBeforeWork } from '../rules/consent-comes-before-work.js';
import { discrepancyIsAcknowledged } from '../rules/discrepancy-is-acknowledged.js';
import { entitlementIsChecked } from '../rules/entitlement-is-checked.js';
import { integrityIsInspected } from '../rules/integrity-is-inspected.js';
import type { StartWork } from '../ticket/ticket.commands.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import { isUnderWay, suspensionOf } from '../visit/visit.state.js';

const guards = [
  entitlementIsChecked,
  consentComesBeforeWork,
  integrityIsInspected,
  discrepancyIsAcknowledged,
  chargeIsSigned,
];

/** Work begins (R10). Work that an earlier visit broke off and left is thereby taken up again (V19). */
export function startWork(command: StartWork, ticket: Ticket): readonly TicketEvent[] {
  const { open, visit } = atWork(command, ticket);
  if (visit.workStarted) {
    throw new NotPossible('work-already-started', {
      zh: '维修已经开始',
      en: 'the work has started already',
    });
  }
  enforce(guards, visit);
  const brokenOff = open.visits.filter((each) => suspensionOf(each) && !isUnderWay(each));
  return [
    ...resumption(command, open, brokenOff),
    happened(command, 'WorkStarted', { visit: visit.visit }, ['R10', 'V11', 'V13']),
  ];
}
