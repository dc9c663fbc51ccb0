import { standingStreams } from '../domain/standing.state.js';

/** Whose year a stream is; no employee's id has a colon. */
export function subjectOf(stream: string): { readonly employee: string; readonly year: string } {
  const id = stream.slice(standingStreams.category.length + 1);
  const colon = id.lastIndexOf(':');
  return colon < 0
    ? { employee: id, year: '' }
    : { employee: id.slice(0, colon), year: id.slice(colon + 1) };
}

/** The key under which a year's standing is kept. */
export function keyOf(employee: string, year: string): string {
  return `${employee}:${year}`;
}
