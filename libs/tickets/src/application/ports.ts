import type { CommandRequest, Companion } from '@app/event-store';
import type { Instant } from '@app/kernel';
import type { Entitlement } from '../domain/ticket.values.js';
import type { KnownSite, KnownTechnician, SlaTerms } from '../domain/ticket.commands.js';

/*
 * What tickets need to know of the rest of the service centre. Each is answered by another context,
 * bound to it in the application that is being put together.
 */

/** The customer files (R8). */
export abstract class CustomerFiles {
  abstract isKnown(customer: string): Promise<boolean>;

  /**
   * The site, with the customer's name and phone; undefined when the customer or the site is unknown.
   *
   * @param at whose policy gives the quiet hours of a site that has named none
   */
  abstract site(customer: string, site: string, at: Instant): Promise<KnownSite | undefined>;
}

/** What customers were promised (B2). */
export abstract class ServiceLevels {
  /** The customer's own terms, else those of the policy in force at that instant. */
  abstract termsFor(customer: string | undefined, at: Instant): Promise<SlaTerms>;
}

/** The staff list. */
export abstract class Staff {
  abstract technician(employee: string): Promise<KnownTechnician>;
}

/** What is under warranty or contract (V11, V12). */
export abstract class InstalledBase {
  /** By the document where one is given, else by the barcode; undefined when that one is not registered. */
  abstract entitlementOf(by: {
    document?: string;
    barcode?: string;
  }): Promise<Entitlement | undefined>;
}

/** Who has which tools and parts in hand (R12). */
export abstract class Custody {
  /** Those of `tools` that are checked out to the employee. */
  abstract toolsInHand(employee: string, tools: readonly string[]): Promise<readonly string[]>;

  abstract partsInHand(part: { employee: string; sku: string }): Promise<number>;

  /** What takes parts out of the employee's hands, to stand or fall with the ticket's events. */
  abstract use(
    part: { employee: string; sku: string; quantity: number; ticket: string; visit: number },
    request: CommandRequest,
  ): Companion;
}

/** Images of signatures and photos, which are kept outside the events. */
export abstract class Files {
  /** Those of the SHA-256 hashes under which nothing is stored. */
  abstract missing(hashes: readonly string[]): Promise<readonly string[]>;
}
