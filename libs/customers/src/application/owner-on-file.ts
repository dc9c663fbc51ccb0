import type { Contexts } from '@app/event-store';
import { unknownSite } from '../domain/customer.parts.js';
import { customerStreams } from '../domain/customer.state.js';
import { unknownCustomer } from '../domain/customer.decider.js';
import { siteWithoutOwner } from '../domain/unit/unit.checks.js';
import type { Whereabouts } from '../domain/unit/unit.events.js';

/**
 * That whose a unit is, is on file and has the site.
 *
 * @throws NotFound `unknown-customer`, `unknown-site`
 * @throws Invalid `site-without-customer`
 */
export async function ownerOnFile(
  { data: { customer, site } }: { readonly data: Whereabouts },
  contexts: Contexts,
): Promise<{ readonly owner: 'on-file' | 'nobody' }> {
  if (customer === undefined) {
    if (site !== undefined) throw siteWithoutOwner();
    return { owner: 'nobody' };
  }
  const file = await contexts.read(customerStreams, customer);
  if (file.status !== 'registered') throw unknownCustomer('/customer');
  if (site !== undefined && !file.sites.some((each) => each.site === site)) throw unknownSite(site);
  return { owner: 'on-file' };
}
