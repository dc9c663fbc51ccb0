/**
 * The log. `json`, not `jsonb`: what was written is given back to the byte, key order and `\u0000`
 * included. The primary key on the position is also the fence of the optimistic lane.
 */
export const tables = [
  `CREATE SCHEMA IF NOT EXISTS event_store`,
  `CREATE TABLE IF NOT EXISTS event_store.events (
     position       bigint           NOT NULL CONSTRAINT events_position PRIMARY KEY,
     stream         text COLLATE "C" NOT NULL,
     version        int              NOT NULL,
     event_id       uuid             NOT NULL,
     type           text COLLATE "C" NOT NULL,
     schema_version int              NOT NULL,
     data           json             NOT NULL,
     meta           json             NOT NULL,
     recorded_at    timestamptz(3)   NOT NULL,
     CONSTRAINT events_stream_version UNIQUE (stream, version),
     CONSTRAINT events_event_id UNIQUE (event_id)
   )`,
  `CREATE TABLE IF NOT EXISTS event_store.log (
     log_id uuid NOT NULL PRIMARY KEY,
     single boolean NOT NULL DEFAULT true UNIQUE CHECK (single)
   )`,
  `INSERT INTO event_store.log (log_id) VALUES (gen_random_uuid()) ON CONFLICT (single) DO NOTHING`,
];
