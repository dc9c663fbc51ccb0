/**
 * PostgreSQL's `options` for the connections of whoever folds: every statement goes by an index and
 * is planned once. A plan made while a table was small would else scan it when it is large, and one
 * for an empty list of keys be made anew for every page. Without it rows are the same, only later.
 */
export const FOLDING_CONNECTION = '-c enable_seqscan=off -c plan_cache_mode=force_generic_plan';
