import {
  componentOf,
  coverAt,
  markedUnits,
  sameCustomers,
  type Cover,
  type KnownUnit,
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
 * What a unit of the installed base entitles to (V11, V12, B2): by the cover that counts at the call, and
 * with what its file says now, as evidence. Undefined where no unit has that document or barcode.
 */
export async function installedCover(
  contexts: Contexts,
  by: LookedAt,
  call: CallOf,
): Promise<CheckEntitlement['known'] | undefined> {
  const reference = by.document ?? by.barcode;
  if (reference === undefined) return undefined;
  const kind = by.document === undefined ? 'barcode' : 'document';
  const [first, ...others] = await markedUnits({ kind, number: reference }, contexts);
  if (!first) return undefined;
  const { customer } = call;
  const calling = { ...call, files: customer ? await sameCustomers(customer, contexts) : [] };
  const unit = others.reduce(
    (best, each) => (fit(each, by, calling) > fit(best, by, calling) ? each : best),
    first,
  );
  const { product } = unit;
  const owner = ownerOf(unit, calling);
  return {
    entitlement: claimOf(coverAt(unit, call.at), reference),
    ...(owner !== undefined && { owner }),
    product,
    unit: foundIn(unit, kind === 'barcode' ? reference : undefined),
  };
}

/** Whoever called, where the unit stands in another file of theirs. */
function ownerOf({ customer: owner }: KnownUnit, { customer, files }: Calling): string | undefined {
  return owner !== undefined && files.includes(owner) ? customer : owner;
}

/** One document may name several units: meant is one that is there, the caller's, of the product, and covered, in this order. */
function fit(unit: KnownUnit, { product }: LookedAt, { at, files }: Calling): number {
  const cover = coverAt(unit, at);
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
  const reference = kind === 'under-contract' ? document! : asked;
  return { kind, reference, from, until };
}

function foundIn(unit: KnownUnit, barcode: string | undefined): UnitFound {
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
