import { Invalid, localDate, type Command } from '@app/kernel';
import { warrantyOf, type Beginning } from './warranty.js';

/**
 * What has happened has happened by now, and a warranty ends after it began.
 *
 * @throws Invalid `not-yet` of a purchase or an acceptance that is to come; `ends-before-it-begins` of terms
 */
export function checkDates({ occurredAt }: Command, said: Beginning): void {
  const today = localDate(occurredAt);
  for (const field of ['purchasedOn', 'acceptedOn'] as const)
    if ((said[field] ?? today) > today) throw notYet(field);
  const warranty = warrantyOf(said);
  if (warranty && warranty.until < warranty.from) throw endsBeforeItBegins('/terms/until');
}

export function endsBeforeItBegins(pointer: string): Invalid {
  const says = { zh: '截止日期早于起始日期', en: 'it would end before it begins' };
  return new Invalid('ends-before-it-begins', says, pointer);
}

function notYet(field: string): Invalid {
  const says = { zh: '该日期尚未到来', en: 'that day has not come yet' };
  return new Invalid('not-yet', says, `/${field}`);
}

/** A site is one of a customer's. */
export function siteWithoutOwner(): Invalid {
  const says = {
    zh: '地点属于客户，须同时写明客户',
    en: 'a site is a customer’s, who must be named',
  };
  return new Invalid('site-without-customer', says, '/site');
}
