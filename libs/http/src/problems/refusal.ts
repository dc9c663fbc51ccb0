import type { Bilingual } from '@app/kernel';
import type { InputError } from './http-problem.js';

/** A refusal of any origin in one form, before it is put into the caller's language. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly says?: Bilingual;
  readonly errors?: readonly InputError[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly article?: string;
  /** Sending the same again may end otherwise. Default: for every status from 500 up. */
  readonly passing?: boolean;
  /** Ours to repair: it is logged. */
  readonly fault?: boolean;
}

/** Whether sending the same again, under the same key, may end otherwise. */
export function isPassing({ passing, status }: Refusal): boolean {
  return passing ?? status >= 500;
}
