import type { Customer, RegisteredCustomer, Site } from '@app/customers';
import type { AsOf } from '@app/event-store';
import type { Instant } from '@app/kernel';
import { policyAt } from '@app/policy';
import type { KnownSite } from '../domain/ticket/ticket.commands.js';

/** A customer's file as it is now and as it was, the name of a site in it, and the moment. */
interface Asked extends AsOf<Customer> {
  readonly now: RegisteredCustomer;
  readonly site: string | undefined;
  readonly at: Instant;
}

/** A site as tickets know it; undefined where the file has no such one. */
export function siteOnFile({ then, now, site, at }: Asked): KnownSite | undefined {
  const known = siteIn(now, site);
  if (!known) return undefined;
  const { address, landmark, phone = now.phone } = known;
  const { quietHours = policyAt(at).quietHours, restsOnDaysOff } = siteIn(then, site) ?? known;
  const shown = { name: now.name, phone, address, landmark, quietHours };
  return restsOnDaysOff ? { ...shown, restsOnDaysOff } : shown;
}

function siteIn(file: Customer, name: string | undefined): Site | undefined {
  return file.status === 'none' ? undefined : file.sites.find(({ site }) => site === name);
}
