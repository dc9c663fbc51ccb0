import { activeThen } from '@app/department';
import type { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import { handsAt, locationStreams, unknownLocation } from '../domain/location/location.js';
import {
  materialStreams,
  notBeforeRegistered,
  unknownMaterial,
} from '../domain/material/material.js';
import type { KnownMaterial } from '../domain/stock/stock.commands.js';

interface Asked {
  readonly occurredAt: Instant;
  readonly data: { readonly sku: string; readonly place: string; readonly to?: string };
}

/**
 * As `knownFromPaper`, and that it did not move long before it was registered.
 *
 * @throws NotFound, and Invalid `before-registered`
 */
export async function knownMaterial(asked: Asked, contexts: Contexts): Promise<KnownMaterial> {
  const { begun, ...known } = await materialAt(asked, contexts);
  notBeforeRegistered(asked.occurredAt, begun);
  return known;
}

/**
 * How a material is counted that is moved; the places that it is moved between are there. What somebody
 * holds who has left comes back as well, but nothing is given to them that did not go before they left.
 *
 * @throws NotFound `unknown-material`, `unknown-location`, `unknown-employee`
 */
export async function knownFromPaper(asked: Asked, contexts: Contexts): Promise<KnownMaterial> {
  const { begun: _, ...known } = await materialAt(asked, contexts);
  return known;
}

/** What is known of the material, and since when it is. */
async function materialAt(asked: Asked, contexts: Contexts) {
  const { occurredAt, data } = asked;
  const { sku, place, to } = data;
  const known = await materialKnown(sku, contexts);
  if (handsAt(place) === undefined) await registered(place, '/place', contexts);
  if (to !== undefined) await isThere({ place: to, at: occurredAt }, '/to', contexts);
  return known;
}

/** How a material is counted that is listed as slow-moving. @throws NotFound `unknown-material` */
export function knownToList(
  { data: { sku } }: { readonly data: { readonly sku: string } },
  contexts: Contexts,
): Promise<KnownMaterial> {
  return materialKnown(sku, contexts);
}

/** How a material is counted, and since when it is. @throws NotFound `unknown-material` */
async function materialKnown(
  sku: string,
  contexts: Contexts,
): Promise<KnownMaterial & { readonly begun: Instant }> {
  const material = await contexts.read(materialStreams, sku);
  if (material.status === 'none') throw unknownMaterial();
  const { decimals, unit, begun, tracked } = material;
  return { decimals, unit, begun, ...(tracked && { tracked }) };
}

/** A location that is registered, or the hands of somebody who works here, or did then. @throws NotFound */
export async function isThere(
  { place, at: occurredAt }: { readonly place: string; readonly at: Instant },
  pointer: string,
  contexts: Contexts,
): Promise<void> {
  const employee = handsAt(place);
  if (employee === undefined) await registered(place, pointer, contexts);
  else await activeThen({ occurredAt, data: { employee } }, contexts);
}

async function registered(location: string, pointer: string, contexts: Contexts): Promise<void> {
  const { status } = await contexts.read(locationStreams, location);
  if (status === 'none') throw unknownLocation(pointer);
}
