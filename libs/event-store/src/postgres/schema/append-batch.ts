/**
 * The lock path: judges each append of a batch alone and stores those that fit, in one call.
 *
 * No stream and no event id stands in two appends of a batch; the lane sees to that. The arrays
 * `w_…` are the writes (`w_append` numbers the append from 1; `w_expected` is a version, -1 for
 * `any`, -2 for `stream-exists`), `e_…` the events (`e_write` numbers the write from 1, `e_nth` the
 * event within it). An append with an event id that is stored already is left alone and named in
 * `overlapping`: stored events never change, so the caller can compare them in its own time.
 *
 * The order of the statements is the guarantee. The lock is a statement of its own, since a
 * statement that both locks and reads would read from before the lock; and it must be READ
 * COMMITTED, since any other level would read from before the lock in every statement after it.
 */
export const appendBatch = `
CREATE OR REPLACE FUNCTION event_store.append_batch(
  w_append int[], w_stream text[], w_expected int[],
  e_write int[], e_nth int[], e_id uuid[], e_type text[], e_schema int[], e_data json, e_meta json,
  OUT head bigint, OUT versions int[], OUT overlapping int[], OUT conflicting int[]
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  last_recorded timestamptz;
  recorded      timestamptz;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'append_batch needs READ COMMITTED' USING ERRCODE = 'active_sql_transaction';
  END IF;
  PERFORM pg_advisory_xact_lock(7306642, 1);
  SELECT e.position, e.recorded_at INTO head, last_recorded
    FROM event_store.events e ORDER BY e.position DESC LIMIT 1;
  head := coalesce(head, 0);
  recorded := greatest(service_clock.now(), last_recorded);

  versions := ARRAY(
    SELECT coalesce((SELECT e.version FROM event_store.events e
                      WHERE e.stream = w.stream ORDER BY e.version DESC LIMIT 1), 0)
      FROM unnest(w_stream) WITH ORDINALITY AS w(stream, nth) ORDER BY w.nth);
  overlapping := ARRAY(
    SELECT DISTINCT w_append[n.write] FROM unnest(e_id, e_write) AS n(id, write)
     WHERE EXISTS (SELECT FROM event_store.events e WHERE e.event_id = n.id));
  conflicting := ARRAY(
    SELECT DISTINCT w.append FROM unnest(w_append, w_expected, versions) AS w(append, expected, actual)
     WHERE w.append <> ALL (overlapping)
       AND NOT CASE w.expected WHEN -1 THEN true WHEN -2 THEN w.actual > 0 ELSE w.actual = w.expected END);

  INSERT INTO event_store.events
  SELECT head + row_number() OVER (ORDER BY n.nth_of_all), w_stream[n.write],
         versions[n.write] + n.nth, n.id, n.type, n.schema_version, n.data, n.meta, recorded
    FROM ROWS FROM (unnest(e_write, e_nth, e_id, e_type, e_schema),
                    json_array_elements(e_data), json_array_elements(e_meta)) WITH ORDINALITY
         AS n(write, nth, id, type, schema_version, data, meta, nth_of_all)
   WHERE w_append[n.write] <> ALL (overlapping) AND w_append[n.write] <> ALL (conflicting);
END $$`;
