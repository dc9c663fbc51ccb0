import type { CommandRequest, Participant } from '@app/event-store';
import type { Instant, Yuan } from '@app/kernel';
import type { PartSaid } from '../domain/visit/correction.events.js';

/*
 * What tickets ask of the rest of the service centre beyond what contracts publish. Each is answered
 * by another context, bound to it in the application that is being put together.
 */

/** How many an entry says were used, and which piece, or of which lot. */
export type SaidOfParts = Omit<PartSaid, 'sku'>;

/** An entry of a ticket that says what was used at that instant, or says it otherwise than before. */
export interface PartsOfEntry {
  readonly employee: string;
  readonly sku: string;
  readonly ticket: string;
  readonly visit: number;
  readonly entry: number;
  readonly at: Instant;
  /** What it said before; absent: nothing. */
  readonly before?: SaidOfParts;
  /** What it says now; absent: that nothing was used. */
  readonly now?: SaidOfParts;
}

/** How many somebody had in hand, and which lots of what was used had expired then; absent: none had. */
export interface PartsInHand {
  readonly inHand: number;
  readonly expired?: readonly string[];
}

/** Who has which parts in hand (R12). */
export abstract class Custody {
  /**
   * How many, at that instant, of those that are asked for; with `except`, as though that entry of a
   * ticket had not been.
   *
   * @throws Invalid the piece, or the lot, is to be named, and it is told in time (`late` is false) without
   */
  abstract partsInHand(
    part: SaidOfParts & {
      employee: string;
      sku: string;
      at: Instant;
      late: boolean;
      except?: { ticket: string; entry: number };
    },
  ): Promise<PartsInHand>;

  /** What so many of a material in the employee's hands cost, at their average; undefined where they have none. */
  abstract costOf(part: {
    employee: string;
    sku: string;
    quantity: number;
  }): Promise<Yuan | undefined>;

  /** What takes parts out of the employee's hands, or gives them back, to stand or fall with the ticket's events. */
  abstract move(part: PartsOfEntry, request: CommandRequest): readonly Participant[];
}

/** Images of signatures and photos, which are kept outside the events. */
export abstract class Files {
  /** Those of the SHA-256 hashes under which nothing is stored. */
  abstract missing(hashes: readonly string[]): Promise<readonly string[]>;
}
