/** Finds a stream whose name differs in upper and lower case only; one entry per stream. */
export const streamNames = `
CREATE INDEX IF NOT EXISTS events_stream_folded ON event_store.events (lower(stream)) WHERE version = 1`;
