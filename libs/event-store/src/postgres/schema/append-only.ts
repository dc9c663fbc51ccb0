/**
 * Nobody changes the past: not the owner, who passes every REVOKE, nor a replication session, which
 * passes ordinary triggers.
 */
export const appendOnly = [
  `CREATE OR REPLACE FUNCTION event_store.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'the event log is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
   END $$`,
  `CREATE OR REPLACE TRIGGER events_append_only
     BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.events
     FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change()`,
  `ALTER TABLE event_store.events ENABLE ALWAYS TRIGGER events_append_only`,
  `REVOKE UPDATE, DELETE, TRUNCATE ON event_store.events FROM PUBLIC`,
];
