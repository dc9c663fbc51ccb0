import { NotFound } from '@app/kernel';
import type { KnownSite } from './ticket.commands.js';

/** The site that was named, as the customer's file has it; undefined where none was. @throws NotFound there is none such */
export function requireKnownSite(
  { site: named }: { readonly site?: string },
  site: KnownSite | undefined,
): KnownSite | undefined {
  if (named !== undefined && !site) {
    throw new NotFound(
      'site-not-found',
      { zh: '没有这个客户地点', en: 'there is no such customer site' },
      '/site',
    );
  }
  return site;
}
