import { enforceOrFind, recordFindings } from '@app/findings';
import { enforce, Invalid, type Instant } from '@app/kernel';
import { happened } from '@app/policy';
import { standingFor } from '../visit/standing.js';
import { aboutVisit, atWork, decidedOn } from '../visit/visit.preconditions.js';
import { nobodyOverridesForThemself } from '../rules/nobody-overrides-for-themself.js';
import { found } from '../ticket/found.js';
import { overrideIsASupervisors } from '../rules/override-is-a-supervisors.js';
import { overrideIsReasoned } from '../rules/override-is-reasoned.js';
import { overrideStands } from '../rules/override-stands.js';
import type { CheckEntitlement } from '../ticket/ticket.commands.js';
import type { EntitlementChecked, TicketEvent } from '../ticket/ticket.events.js';
import type { Ticket } from '../ticket/ticket.state.js';
import type { Entitlement } from '../ticket/ticket.values.js';

/**
 * What the customer may claim: by their document (V11), by a component's barcode where there is none
 * (V12), or as a supervisor decides. Cover is judged at the moment of the call, whenever the ticket was
 * entered and the check is made: the time that the centre takes to come is not the customer's. A supervisor
 * decides also when the technician has left: what was owed is judged anew by it.
 */
export function checkEntitlement(
  command: CheckEntitlement,
  ticket: Ticket,
): readonly TicketEvent[] {
  const { document, barcode, override } = command.data;
  const { open, visit } = override ? decidedOn(command, ticket) : atWork(command, ticket);
  if ((override ?? document ?? barcode) === undefined) {
    throw new Invalid(
      'no-evidence',
      { zh: '须提供凭证号或部件条码', en: 'a document or a barcode is needed' },
      '/document',
    );
  }
  const { workStarted } = standingFor(command, visit, command.occurredAt);
  const settled = enforceOrFind(command, [found.entitlementStandsOnceWorkStarted], {
    override,
    workStarted,
  });
  enforce([overrideStands], { override, overridden: visit.overridden });
  enforce([overrideIsASupervisors, overrideIsReasoned], command);
  enforce([nobodyOverridesForThemself], { ...command, visit });
  const unasked = enforceOrFind(command, [found.documentIsAskedForFirst], command.data);
  const onFile = [found.documentIsOnFile, found.barcodeIsOnFile];
  const unknown = enforceOrFind(command, onFile, command);
  const anothers = enforceOrFind(command, [found.entitlementIsTheCustomers], {
    known: command.known,
    customer: open.customer,
  });
  const ofAnother = enforceOrFind(command, [found.entitlementIsOfTheProduct], command);
  const missed = [...settled, ...unasked, ...unknown, ...anothers, ...ofAnother];
  const article = override || document !== undefined ? 'V11' : 'V12';
  const checked = {
    visit: visit.visit,
    ...answer(command, open.openedAt, anothers.length + ofAnother.length === 0),
    ...evidence(command.known),
  };
  return [
    happened(command, 'EntitlementChecked', checked, [article]),
    ...recordFindings(command, open, missed, aboutVisit(visit, command)),
  ];
}

/**
 * The document goes before the barcode, and a supervisor's decision before both. What is on nobody's
 * file, or is another customer's or another product's, covers nothing.
 */
function answer(
  { data, known, occurredAt }: CheckEntitlement,
  calledAt: Instant,
  theirs: boolean,
): Omit<EntitlementChecked['data'], 'visit'> {
  const { document, barcode, override, documentNotFound, product } = data;
  const reference = document ?? barcode;
  const looked = said({ reference, product });
  if (override) {
    const { entitlement, reason: overrideReason } = override;
    return { by: 'override', ...looked, entitlement, overrideReason };
  }
  const by = document === undefined ? 'barcode' : 'document';
  const missing = by === 'barcode' && documentNotFound ? { documentNotFound } : {};
  const uncovered = { kind: 'chargeable' as const, ...(reference && { reference }) };
  const { entitlement = uncovered } = known;
  const claimed = theirs ? entitlement : uncovered;
  const judged = valid(claimed, calledAt);
  const same = valid(claimed, occurredAt).entitlement.kind === judged.entitlement.kind;
  return { by, ...looked, ...missing, ...judged, ...(!same && { asOf: calledAt }) };
}

/** What the file of the unit said, where the installed base knew one. */
function evidence({ unit }: CheckEntitlement['known']): Pick<EntitlementChecked['data'], 'unit'> {
  return unit ? { unit } : {};
}

/** What was looked at, and for which product, without what was left out. */
function said({ reference, product }: { readonly [part in 'reference' | 'product']?: string }) {
  return {
    ...(reference !== undefined && { reference }),
    ...(product !== undefined && { product }),
  };
}

/**
 * What has run out covers nothing, nor what has not begun; what it was or will be, its document and its
 * instants stay, to say why.
 */
function valid(
  entitlement: Entitlement,
  at: Instant,
): Pick<EntitlementChecked['data'], 'entitlement' | 'ended' | 'notYet'> {
  const { kind, from, until } = entitlement;
  if (kind === 'chargeable') return { entitlement };
  const uncovered = { ...entitlement, kind: 'chargeable' as const };
  if (from !== undefined && at < from) return { entitlement: uncovered, notYet: kind };
  if (until !== undefined && until < at) return { entitlement: uncovered, ended: kind };
  return { entitlement };
}
