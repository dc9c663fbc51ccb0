import type { Visit } from './visit.state.js';

/** Somebody is at work at one of these visits. */
export function isWorkGoingOn(visits: readonly Visit[]): boolean {
  return visits.some((visit) => visit.status === 'working' && !visit.suspension);
}
