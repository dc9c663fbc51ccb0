/**
 * The lock path for what the process itself has judged: under the lock the events take the next
 * positions. No version is looked up. One that the process knows too low is taken already, so that
 * the insert fails; it cannot know one too high.
 *
 * The lock is a statement of its own, and only READ COMMITTED will do, for the reasons that
 * `append_batch` gives.
 */
export const appendKnown = `
CREATE OR REPLACE FUNCTION event_store.append_known(
  e_stream text[], e_version int[], e_id uuid[], e_type text[], e_schema int[], e_data json, e_meta json
) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  head          bigint;
  last_recorded timestamptz;
  recorded      timestamptz;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'append_known needs READ COMMITTED' USING ERRCODE = 'active_sql_transaction';
  END IF;
  PERFORM pg_advisory_xact_lock(7306642, 1);
  SELECT e.position, e.recorded_at INTO head, last_recorded
    FROM event_store.events e ORDER BY e.position DESC LIMIT 1;
  head := coalesce(head, 0);
  recorded := greatest(service_clock.now(), last_recorded);
  INSERT INTO event_store.events
  SELECT head + n.nth, n.stream, n.version, n.id, n.type, n.schema_version, n.data, n.meta, recorded
    FROM ROWS FROM (unnest(e_stream, e_version, e_id, e_type, e_schema),
                    json_array_elements(e_data), json_array_elements(e_meta)) WITH ORDINALITY
         AS n(stream, version, id, type, schema_version, data, meta, nth);
  RETURN head;
END $$`;
