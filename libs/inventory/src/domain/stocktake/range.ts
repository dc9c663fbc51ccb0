/** Numbers of materials or tools, in the order of their characters. */
export interface Range {
  /** They come after this one; absent: from the first on. */
  readonly after?: string;
  /** Up to and including this one; absent: to the last. */
  readonly upTo?: string;
}

export function isWithin({ after, upTo }: Range, number: string): boolean {
  return (after === undefined || number > after) && (upTo === undefined || number <= upTo);
}

/** Whether every number there is, or ever will be, is in one of them. */
export function coverAll(ranges: readonly Range[]): boolean {
  let reached = '';
  for (const { after = '', upTo } of ranges.toSorted(byBeginning)) {
    if (after > reached) return false;
    if (upTo === undefined) return true;
    if (upTo > reached) reached = upTo;
  }
  return false;
}

function byBeginning({ after: a = '' }: Range, { after: b = '' }: Range): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
