import { enforce, NotPossible } from '@app/kernel';
import { happened } from '@app/policy';
import { underOtherTerms } from '../clocks/setting.js';
import { callerIsIdentified } from '../rules/caller-is-identified.js';
import { requireKnownSite } from '../ticket/known-site.js';
import { pick } from '../ticket/intake.js';
import type { LinkCustomer } from '../ticket/intake.commands.js';
import { landmarkOf } from '../ticket/landmark.js';
import { inOrder } from '../ticket/order-of-steps.js';
import { requireUnclosedTicket } from '../ticket/preconditions.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';

/**
 * The ticket turns out to be that of a customer on file, or of another site (N12). As at the opening,
 * what is said goes before what the site's file says; without a site, what the ticket says stays. A
 * clock that still runs goes by the customer's terms, from the call on (B2).
 */
export function linkCustomer(command: LinkCustomer, ticket: Ticket): readonly TicketEvent[] {
  const known = requireUnclosedTicket(ticket);
  inOrder(command, known);
  const { customer, site, reason, ...said } = command.data;
  if (known.customer === customer && known.site === site) {
    throw new NotPossible('customer-linked', {
      zh: '工单已归入该客户地点',
      en: 'the ticket is linked to that customer and site already',
    });
  }
  const file = requireKnownSite(command.data, command.known.site);
  const { name, phone, address, landmark } = { ...known.intake, ...file, ...pick(said, SAID) };
  const now = { name, phone, address, landmark: landmarkOf(landmark) };
  enforce([callerIsIdentified], now);
  const was = { ...known.intake, customer: known.customer, site: known.site };
  const is = { ...now, customer, site };
  const linked = {
    ...now,
    customer,
    ...(site !== undefined && { site }),
    quietHours: file?.quietHours ?? command.known.defaultQuietHours,
    before: pick(
      was,
      FIELDS.filter((field) => was[field] !== is[field]),
    ),
    reason,
  };
  return [
    happened(command, 'CustomerLinked', linked, ['N12']),
    ...underOtherTerms(command, known, command.known.sla),
  ];
}

const SAID = ['name', 'phone', 'address', 'landmark'] as const;
const FIELDS = ['customer', 'site', ...SAID] as const;
