import type { CommandRequest, Participant } from '@app/event-store';
import type { Instant } from '@app/kernel';

/*
 * What tickets ask of the rest of the service centre beyond what contracts publish. Each is answered
 * by another context, bound to it in the application that is being put together.
 */

/** Parts that an entry of a ticket says were used, at that instant. */
export interface PartsOfEntry {
  readonly employee: string;
  readonly sku: string;
  readonly quantity: number;
  readonly ticket: string;
  readonly visit: number;
  readonly entry: number;
  readonly at: Instant;
}

/** Who has which parts in hand (R12). */
export abstract class Custody {
  /** How many, at that instant; with `except`, as though that entry of a ticket had not been. */
  abstract partsInHand(part: {
    employee: string;
    sku: string;
    at: Instant;
    except?: { ticket: string; entry: number };
  }): Promise<number>;

  /** What takes parts out of the employee's hands, to stand or fall with the ticket's events. */
  abstract use(part: PartsOfEntry, request: CommandRequest): Participant;

  /** What gives them back, as they turned out unused. */
  abstract takeBack(part: PartsOfEntry, request: CommandRequest): Participant;
}

/** Images of signatures and photos, which are kept outside the events. */
export abstract class Files {
  /** Those of the SHA-256 hashes under which nothing is stored. */
  abstract missing(hashes: readonly string[]): Promise<readonly string[]>;
}
