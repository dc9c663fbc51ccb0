import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { SearchWords } from '@app/privacy';
import { searchQuery } from './bigrams.js';

/** Narrows a selection to the rows in whose `search` column every word of what somebody typed occurs. */
export function matching(
  selection: SelectQueryBuilder<ObjectLiteral>,
  q: string,
  words: SearchWords,
): void {
  const query = searchQuery(q, words);
  if (query === undefined) selection.andWhere('false');
  else selection.andWhere(`${selection.alias}.search @@ CAST(:query AS tsquery)`, { query });
}
