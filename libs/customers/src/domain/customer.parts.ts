import { NotFound, NotPossible, noSuch } from '@app/kernel';

/** Ids that differ in upper and lower case only are one. */
export function isSameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The parts with one more, or another in the place of the one of its name; the one said last comes last. */
export function putLast<Part, Name extends keyof Part>(
  parts: readonly Part[],
  part: Part,
  name: Name,
): readonly Part[] {
  return [...parts.filter((known) => known[name] !== part[name]), part];
}

export function taken(id: string): NotPossible {
  return new NotPossible('already-registered', {
    zh: `${id} 已登记`,
    en: `${id} is registered already`,
  });
}

/** @param pointer of the field that names them, where one does */
export const unknownCustomer = noSuch('customer', { zh: '这位客户', en: 'customer' });

export function unknownSite(site: string): NotFound {
  return new NotFound(
    'unknown-site',
    { zh: `客户没有地点 ${site}`, en: `the customer has no site ${site}` },
    '/site',
  );
}
