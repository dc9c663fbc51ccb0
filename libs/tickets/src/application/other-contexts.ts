import { Injectable } from '@nestjs/common';
import { customerStreams, unknownCustomer } from '@app/customers';
import { employeeStreams } from '@app/department';
import { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import { policyAt } from '@app/policy';
import { entitlementStreams, holderAt, slaTermsStreams, toolStreams } from '@app/registers';
import type {
  CheckEntitlement,
  KnownSite,
  KnownTechnician,
  SlaTerms,
} from '../domain/ticket/ticket.commands.js';

/** What other contexts publish, in the words of tickets. */
@Injectable()
export class OtherContexts {
  constructor(private readonly contexts: Contexts) {}

  /**
   * A site of a customer on file, with the customer's name and phone; undefined without a site, or
   * when the customer has no such one.
   *
   * @param at whose policy gives the quiet hours of a site that has named none
   * @throws NotFound `unknown-customer`
   */
  async siteOf(
    customer: string,
    site: string | undefined,
    at: Instant,
  ): Promise<KnownSite | undefined> {
    const file = await this.contexts.read(customerStreams, customer);
    if (file.status === 'none') throw unknownCustomer('/customer');
    const known = file.sites.find((each) => each.site === site);
    if (!known) return undefined;
    const { address, landmark, phone = file.phone } = known;
    const quietHours = known.quietHours ?? policyAt(at).quietHours;
    return { name: file.name, phone, address, landmark, quietHours };
  }

  /** The customer's own terms, else those of the policy in force at that instant (B2). */
  async termsFor(customer: string | undefined, at: Instant): Promise<SlaTerms> {
    const own = customer && (await this.contexts.read(slaTermsStreams, customer));
    if (own) return own;
    const { sla } = policyAt(at);
    return { terms: 'default', response: sla.response, restoration: sla.restoration };
  }

  /** A technician is whoever works in the repair department. */
  async technician(employee: string): Promise<KnownTechnician> {
    const file = await this.contexts.read(employeeStreams, employee);
    if (file.status === 'none' || file.department !== 'repair') return undefined;
    return { employee, active: file.status === 'active' };
  }

  /**
   * By the document where one is given, else by the barcode; without an entitlement when that one
   * is not registered, or as the other of the two (V11, V12).
   */
  async entitlementOf(by: {
    document?: string;
    barcode?: string;
  }): Promise<CheckEntitlement['known']> {
    const reference = by.document ?? by.barcode;
    if (!reference) return { entitlement: undefined };
    const entry = await this.contexts.read(entitlementStreams, reference);
    const asked = by.document === undefined ? 'barcode' : 'document';
    if (!entry || (entry.proof ?? asked) !== asked) return { entitlement: undefined };
    const { kind, until, customer: owner } = entry;
    const entitlement = { kind, reference, ...(until && { until }) };
    return { entitlement, ...(owner !== undefined && { owner }) };
  }

  /** Those of `tools` that were checked out to the employee at that instant. */
  async toolsInHand(
    employee: string,
    tools: readonly string[],
    at: Instant,
  ): Promise<readonly string[]> {
    const known = await this.contexts.readMany(toolStreams, tools);
    return tools.filter((_, index) => holderAt(known[index]!, at) === employee);
  }
}
