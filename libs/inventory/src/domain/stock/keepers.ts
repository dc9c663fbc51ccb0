import type { Command } from '@app/kernel';
import { handsAt } from '../location/location.js';

/* Who answers for what is at a place. */

const STORES: readonly string[] = ['storekeeper', 'supervisor'];

/** Whether those who keep the stores act. */
export function isStores({ actor }: Pick<Command, 'actor'>): boolean {
  return STORES.includes(actor.role);
}

/** A location is kept by those of the stores, and what is in somebody's hands by them. */
export function isKeptBy(command: Pick<Command, 'actor'>, place: string): boolean {
  return handsAt(place) === undefined ? isStores(command) : isNotAnothers(command, place);
}

/** Whether it is in nobody's hands, or in those of whoever acts. */
export function isNotAnothers({ actor }: Pick<Command, 'actor'>, place: string): boolean {
  const employee = handsAt(place);
  return employee === undefined || employee === (actor.onBehalfOf ?? actor.id);
}
