import { Invalid, localDate, localTime, Refused } from '@app/kernel';
import { unitsOf, type Thousandths } from './quantity.js';
import { reservedIsForItsOwner } from './rules/reserved-is-for-its-owner.js';
import type { Reservation } from './stock.books.js';

/** @param others who are served before, in their order; there is one at least */
export function reservedForAnother(
  { place, sku }: { readonly place: string; readonly sku: string },
  available: Thousandths,
  others: readonly Reservation[],
): Refused {
  const { article, code, says } = reservedIsForItsOwner;
  const told = {
    zh: `${says.zh}：${place} 的 ${sku} 当时有 ${unitsOf(available)}，其中${others.map(inChinese).join('；')}`,
    en: `${says.en}: of ${sku} at ${place} there were ${unitsOf(available)} then, of which ${others.map(inEnglish).join('; ')}`,
  };
  return new Refused(article, code, told, '/quantity');
}

/** It is kept for another ticket, or another customer, or nobody said for whom it goes out. */
export function notForThat(reservation: Reservation): Invalid {
  const says = {
    zh: `该预留只供其客户或其工单领用：${inChinese(reservation)}`,
    en: `that reservation is served to its customer, or on their ticket, alone: ${inEnglish(reservation)}`,
  };
  return new Invalid('not-for-that-ticket', says, '/reservation');
}

function inChinese({ thousandths, customer, ticket, until }: Reservation): string {
  const purpose = ticket === undefined ? '' : `（工单 ${ticket}）`;
  return `${unitsOf(thousandths)} 为客户 ${customer}${purpose}预留至 ${minuteOf(until)}`;
}

function inEnglish({ thousandths, customer, ticket, until }: Reservation): string {
  const purpose = ticket === undefined ? '' : ` (ticket ${ticket})`;
  return `${unitsOf(thousandths)} are reserved for customer ${customer}${purpose} until ${minuteOf(until)}`;
}

function minuteOf(at: string): string {
  return `${localDate(at)} ${localTime(at)}`;
}
