import type { CommandRequest, Participant } from '@app/event-store';
import type { Instant } from '@app/kernel';

/*
 * What tickets ask of the rest of the service centre beyond what contracts publish. Each is answered
 * by another context, bound to it in the application that is being put together.
 */

/** Who has which parts in hand (R12). */
export abstract class Custody {
  /** How many, at that instant. */
  abstract partsInHand(part: { employee: string; sku: string; at: Instant }): Promise<number>;

  /** What takes parts out of the employee's hands, to stand or fall with the ticket's events. */
  abstract use(
    part: { employee: string; sku: string; quantity: number; ticket: string; visit: number },
    request: CommandRequest,
  ): Participant;
}

/** Images of signatures and photos, which are kept outside the events. */
export abstract class Files {
  /** Those of the SHA-256 hashes under which nothing is stored. */
  abstract missing(hashes: readonly string[]): Promise<readonly string[]>;
}
