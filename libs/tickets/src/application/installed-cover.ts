import {
  componentOf,
  coversAt,
  markedUnits,
  sameCustomers,
  underContract,
  type Cover,
  type KnownUnit,
  type UnderContract,
  type Warranty,
} from '@app/customers';
import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import type { CheckEntitlement } from '../domain/ticket/ticket.commands.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';
import type { Entitlement, UnitFound } from '../domain/ticket/ticket.values.js';
import { readsTheSame } from '../domain/visit/reads-the-same.js';

/** What is looked at: the document where one is given, else the barcode. */
export type LookedAt = Pick<CheckEntitlement['data'], 'document' | 'barcode' | 'product'>;

/** The call that is served: when it came, and from whom on file. */
export interface CallOf {
  readonly at: Instant;
  readonly customer: string | undefined;
}

/** A call, and every file of whoever called. */
interface Calling extends CallOf {
  readonly files: readonly string[];
}

/** The call of a ticket. */
export function callOf(ticket: Ticket, occurredAt: Instant): CallOf {
  if (ticket.status === 'none') return { at: occurredAt, customer: undefined };
  return { at: ticket.openedAt, customer: ticket.customer };
}

/**
 * What the installed base and the contracts entitle to (V11, V12, B2): by the cover that counts at the call,
 * and with what the unit's file says now, as evidence. Without an entitlement where no unit has that
 * document or barcode, and no contract that number.
 */
export async function installedCover(
  contexts: Contexts,
  by: LookedAt,
  call: CallOf,
): Promise<CheckEntitlement['known']> {
  const reference = by.document ?? by.barcode;
  if (reference === undefined) return { entitlement: undefined };
  const { customer } = call;
  const calling = { ...call, files: customer ? await sameCustomers(customer, contexts) : [] };
  const marked = await unitsMarked(by, contexts);
  const isPaper = marked.length === 0 && by.document !== undefined;
  const contract = isPaper ? await underContract(reference, call.at, contexts) : undefined;
  const best = await meant(contract?.units ?? marked, { by, calling }, contexts);
  if (best) return byUnit(best, by, calling);
  return contract ? byContractAlone(contract, reference, calling) : { entitlement: undefined };
}

function unitsMarked({ document, barcode = '' }: LookedAt, contexts: Contexts) {
  const mark =
    document === undefined
      ? ({ kind: 'barcode', number: barcode } as const)
      : ({ kind: 'document', number: document } as const);
  return markedUnits(mark, contexts);
}

/** Of several units the one that fits best, the first of those that fit as well. */
async function meant(
  units: readonly KnownUnit[],
  { by, calling }: { readonly by: LookedAt; readonly calling: Calling },
  contexts: Contexts,
): Promise<Candidate | undefined> {
  const covers = await coversAt(units, calling.at, contexts);
  return units
    .map((unit, index): Candidate => ({ unit, cover: covers[index] }))
    .reduce<Candidate | undefined>(
      (found, each) => (found && fit(found, by, calling) >= fit(each, by, calling) ? found : each),
      undefined,
    );
}

function byUnit(
  { unit, cover }: Candidate,
  { document, barcode = '' }: LookedAt,
  calling: Calling,
): CheckEntitlement['known'] {
  const owner = ownerOf(unit.customer, calling);
  return {
    entitlement: claimOf(cover, document ?? barcode),
    ...(owner !== undefined && { owner }),
    product: unit.product,
    unit: foundIn(unit, document === undefined ? barcode : undefined),
  };
}

/** A unit that may be meant, and what covers it at the call. */
interface Candidate {
  readonly unit: KnownUnit;
  readonly cover: Cover | undefined;
}

/** It names no unit that is on file. */
function byContractAlone(
  { customer, cover }: UnderContract,
  reference: string,
  calling: Calling,
): CheckEntitlement['known'] {
  return { entitlement: claimOf(cover, reference), owner: ownerOf(customer, calling) ?? customer };
}

/** Whoever called, where the unit stands in another file of theirs. */
function ownerOf(owner: string | undefined, { customer, files }: Calling): string | undefined {
  return owner !== undefined && files.includes(owner) ? customer : owner;
}

/** One document may name several units: meant is one that is there, the caller's, of the product, and covered, in this order. */
function fit({ unit, cover }: Candidate, { product }: LookedAt, { at, files }: Calling): number {
  return [
    cover !== undefined && cover.from <= at && at <= cover.until,
    product === undefined || readsTheSame(product, unit.product),
    unit.customer === undefined || files.includes(unit.customer),
    unit.status === 'in-use',
  ].reduce((sum, holds, index) => sum + (holds ? 2 ** index : 0), 0);
}

function claimOf(cover: Cover | undefined, asked: string): Entitlement {
  if (!cover) return { kind: 'chargeable', reference: asked };
  const { kind, from, until, document } = cover;
  const reference = kind === 'under-contract' ? (document ?? asked) : asked;
  return { kind, reference, from, until };
}

/** What a unit's file says, and which of its components a barcode is. */
export function foundIn(unit: KnownUnit, barcode: string | undefined): UnitFound {
  const { unit: id, product, serial, warranty } = unit;
  const component = barcode === undefined ? undefined : componentOf(unit, barcode);
  return {
    unit: id,
    product,
    ...(serial !== undefined && { serial }),
    ...(component && { component: named(component) }),
    ...(warranty && { warranty: { ...warranty } satisfies Warranty }),
  };
}

function named({
  barcode,
  name,
  replacedBy,
}: NonNullable<UnitFound['component']>): UnitFound['component'] {
  return { barcode, name, ...(replacedBy !== undefined && { replacedBy }) };
}
