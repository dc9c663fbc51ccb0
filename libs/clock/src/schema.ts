/**
 * The service's time (ADR 17): this database's clock, and what it was set forward by. The row is
 * there only where the clock is one to be set, for tests and demonstrations. It is made once, and from
 * then on only grows, whoever writes it.
 */
export const clockSchema: readonly string[] = [
  `CREATE SCHEMA IF NOT EXISTS service_clock`,
  `CREATE TABLE IF NOT EXISTS service_clock.setting (
     ahead_ms bigint  NOT NULL,
     single   boolean NOT NULL DEFAULT true PRIMARY KEY CHECK (single)
   )`,
  `CREATE OR REPLACE FUNCTION service_clock.now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
     SELECT clock_timestamp()
            + coalesce((SELECT ahead_ms FROM service_clock.setting), 0) * interval '1 millisecond'
   $$`,
  `CREATE OR REPLACE FUNCTION service_clock.only_forward() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'UPDATE' AND NEW.ahead_ms >= OLD.ahead_ms THEN RETURN NEW; END IF;
     RAISE EXCEPTION 'the clock is never set back: % refused', TG_OP USING ERRCODE = 'restrict_violation';
   END $$`,
  `CREATE OR REPLACE TRIGGER only_forward BEFORE UPDATE OR DELETE ON service_clock.setting
     FOR EACH ROW EXECUTE FUNCTION service_clock.only_forward()`,
  `CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON service_clock.setting
     FOR EACH STATEMENT EXECUTE FUNCTION service_clock.only_forward()`,
  `CREATE OR REPLACE FUNCTION service_clock.tell() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM pg_notify('service_clock', '');
     RETURN NULL;
   END $$`,
  `CREATE OR REPLACE TRIGGER tell AFTER INSERT OR UPDATE ON service_clock.setting
     FOR EACH ROW EXECUTE FUNCTION service_clock.tell()`,
];
