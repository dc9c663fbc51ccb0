import type { Contexts } from '@app/event-store';
import type { KnownRoster } from '../domain/emergency.commands.js';
import { MAIN_ROSTER, rosterStreams } from '../domain/roster.js';

/** The roster that emergencies follow; one that nobody has set has no edition. */
export async function rosterInForce(_: unknown, contexts: Contexts): Promise<KnownRoster> {
  return { roster: await contexts.read(rosterStreams, MAIN_ROSTER) };
}
