import { promiseStreams, servedUnder } from '@app/contracts';
import { customerOnFile, sameCustomers, unitsCalled } from '@app/customers';
import type { Contexts } from '@app/event-store';
import { Invalid, localDate, NotFound, type Instant } from '@app/kernel';
import { handsAt, locationStreams } from '../domain/location/location.js';
import type { KnownReceiver, ReserveMaterial } from '../domain/stock/stock.commands.js';
import { knownMaterial } from './known-material.js';
import { ticketOf } from './ticket-of.js';

interface Asked {
  readonly occurredAt: Instant;
  readonly data: {
    readonly sku: string;
    readonly place: string;
    readonly to?: string;
    readonly ticket?: string;
  };
}

/**
 * As `knownMaterial`, and whose ticket it goes out for, and whether into a van.
 *
 * @throws NotFound `unknown-ticket`
 */
export async function knownReceiver(asked: Asked, contexts: Contexts): Promise<KnownReceiver> {
  const { ticket, to } = asked.data;
  const intoVan = to !== undefined && (await isVan(to, contexts));
  const known = { ...(await knownMaterial(asked, contexts)), ...(intoVan && { intoVan }) };
  if (ticket === undefined) return known;
  const { customer } = await ticketOf(ticket, contexts);
  return { ...known, ...(customer !== undefined && { customer }) };
}

async function isVan(place: string, contexts: Contexts): Promise<boolean> {
  if (handsAt(place) !== undefined) return false;
  const location = await contexts.read(locationStreams, place);
  return location.status === 'registered' && location.kind === 'van';
}

interface Reserving {
  readonly occurredAt: Instant;
  readonly data: Asked['data'] & { readonly customer: string; readonly system: string };
}

/**
 * As `knownMaterial`, and that it is kept for the owner of a system that is served (B2): by a contract of
 * theirs that is in force, which may put the system first, or a unit of theirs, or of nobody by name,
 * by its id, or by a document, contract or barcode; and for a ticket of theirs.
 *
 * @throws NotFound `unknown-customer`, `unknown-system`, `unknown-ticket`
 * @throws Invalid `system-of-another`, `ticket-of-another`
 */
export async function knownOwner(
  asked: Reserving,
  contexts: Contexts,
): Promise<ReserveMaterial['known']> {
  const { data } = asked;
  const material = await knownMaterial(asked, contexts);
  await customerOnFile({ data }, contexts);
  const files = await sameCustomers(data.customer, contexts);
  const known = { ...material, comesFirst: await comesFirst(asked, files, contexts) };
  if (data.ticket === undefined) return known;
  const { customer } = await ticketOf(data.ticket, contexts);
  if (customer === undefined || !files.includes(customer)) throw ofAnother('ticket');
  return known;
}

/** Whether a contract puts the system first. @throws NotFound `unknown-system` @throws Invalid `system-of-another` */
async function comesFirst(
  { data, occurredAt }: Reserving,
  files: readonly string[],
  contexts: Contexts,
): Promise<boolean> {
  const promised = await Promise.all(
    files.map((file) => contexts.readAsOf(promiseStreams, file, occurredAt)),
  );
  const promises = promised.flatMap(({ then }) => then);
  const served = servedUnder(promises, localDate(occurredAt), data.system);
  if (served) return served.sparesPriority;
  const units = await unitsCalled(data.system, contexts);
  if (units.length === 0) throw unknownSystem();
  if (!units.some(({ customer: owner }) => owner === undefined || files.includes(owner)))
    throw ofAnother('system');
  return false;
}

function unknownSystem(): NotFound {
  const says = {
    zh: '没有登记此系统的凭证、合同或条码',
    en: 'no system is registered under that document, contract or barcode',
  };
  return new NotFound('unknown-system', says, '/system');
}

function ofAnother(what: 'system' | 'ticket'): Invalid {
  const says = {
    system: { zh: '该系统属于其他客户', en: 'that system is another customer’s' },
    ticket: { zh: '该工单不属于此客户', en: 'that ticket is not this customer’s' },
  }[what];
  return new Invalid(`${what}-of-another`, says, `/${what}`);
}
