import type { CommandRequest, Participant } from '@app/event-store';

/* What tools and materials ask of what stands outside every context; bound in the application that is being put together. */

/** Pictures of signatures, which are kept outside the events. */
export abstract class SignatureFiles {
  /** Those of the SHA-256 hashes under which nothing is stored. */
  abstract missing(hashes: readonly string[]): Promise<readonly string[]>;
}

/** What somebody signs for: goods by the place that they came from and their slip, or a tool. */
export interface SignedFor {
  readonly goods?: { readonly sku: string; readonly place: string; readonly slip: string };
  readonly tool?: string;
}

/** Pictures of signatures, each of which stands under one record in the whole service centre (R12). */
export abstract class Signatures {
  /** Takes the picture for what is signed for, to stand or fall with it: refused where it is taken already. */
  abstract take(image: string, under: SignedFor, request: CommandRequest): Participant;
}
