import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { searchQuery } from './bigrams.js';

/** Narrows a selection to the rows in whose `search` column every word of what somebody typed occurs. */
export function matching(selection: SelectQueryBuilder<ObjectLiteral>, q: string): void {
  const words = searchQuery(q);
  if (words === undefined) selection.andWhere('false');
  else selection.andWhere(`${selection.alias}.search @@ CAST(:words AS tsquery)`, { words });
}
