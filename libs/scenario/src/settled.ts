import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from './client.js';

/** How long what follows by itself may take: half a minute. */
const SETTLING = { looks: 600, milliseconds: 50 };

interface Stored {
  readonly version: number;
  readonly actor: { readonly role: string };
}

/**
 * What is told late is told when all has followed that was to follow before: as on a day that goes slowly.
 *
 * @param keeper who may see how processes stand; undefined: nobody waits
 */
export async function settled(client: Client, keeper: string | undefined): Promise<void> {
  if (keeper === undefined) return;
  for (let look = 0; look < SETTLING.looks; look++) {
    const processes = await client.standing(keeper);
    if (processes.every(({ lagEvents, overdue }) => lagEvents === 0 && overdue === 0)) return;
    await pause(SETTLING.milliseconds);
  }
  throw new Error('what follows by itself does not come to an end');
}

/** The ticket's version, where nothing but its clocks has spoken since a version. */
export async function sinceTheClocks(
  client: Client,
  by: string,
  ticket: string,
  version: number | undefined,
): Promise<number | undefined> {
  const path = `/streams/ticket-${ticket}/events?direction=backward&limit=50`;
  const { body } = await client.get(by, path);
  const events = (body['items'] ?? []) as readonly Stored[];
  const before = events.find(({ actor }) => actor.role !== 'process');
  return before?.version === version ? events[0]?.version : undefined;
}
