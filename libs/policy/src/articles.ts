/** Placeholder until the catalogue is written; replaced by the policy work. */
export type ArticleId = `${'V' | 'N' | 'B' | 'R' | 'D'}${number}`;
