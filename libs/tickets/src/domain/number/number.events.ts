import type { DomainEvent } from '@app/kernel';

/*
 * These names and shapes are stored for ever. A shape is never changed: it gets a new schema
 * version and an upcaster from the old one.
 */

/** What is used once in the whole service centre: the image of a signature, a receipt, a custody slip. */
export type NumberKind = 'signature' | 'receipt' | 'custody-slip';

/** Goods or a tool that somebody signed for (R12). */
export interface SignedFor {
  /** Of a material: where it came from, and the slip by which it was issued. */
  readonly goods?: { readonly sku: string; readonly place: string; readonly slip: string };
  readonly tool?: string;
}

export type NumberTaken = DomainEvent<
  'NumberTaken',
  SignedFor & {
    readonly kind: NumberKind;
    /** In capitals, since who reads `sj-1` and `SJ-1` aloud means the same; of a signature the hash of its image. */
    readonly number: string;
    /** Absent: it stands under what was signed for. */
    readonly ticket?: string;
    /** Absent: it belongs to the ticket, and to none of its visits. */
    readonly visit?: number;
    /** It is the image of a stamp, which may stand under other things too. Default: it is used once. */
    readonly stamp?: boolean;
  }
>;
