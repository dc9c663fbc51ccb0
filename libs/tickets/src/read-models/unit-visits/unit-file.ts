import type { RecordedEvent } from '@app/event-store';
import type { UnitEvent } from '@app/customers';
import type { UnitFileChange, UnitOwner } from './unit-history.dto.js';

const CHANGES: Readonly<Record<string, UnitFileChange['what']>> = {
  UnitRegistered: 'registered',
  UnitAccepted: 'accepted',
  UnitCorrected: 'corrected',
  UnitRetired: 'retired',
};

/** Whose it was, and where, one after the other. */
export function ownersOf(events: readonly RecordedEvent[]): UnitOwner[] {
  return (events as readonly (RecordedEvent & UnitEvent)[]).flatMap((event) => {
    if (event.type !== 'UnitRegistered' && event.type !== 'UnitMoved') return [];
    const { customer = null, site = null } = event.data;
    return [{ from: event.occurredAt, customer, site }];
  });
}

/** What was said of its file, one after the other. */
export function fileChanges(events: readonly RecordedEvent[]): UnitFileChange[] {
  return events.flatMap(({ type, data, occurredAt, actor }) => {
    const what = CHANGES[type];
    if (what === undefined) return [];
    const { reason } = data as { readonly reason?: string };
    return [{ at: occurredAt, what, by: actor.id, ...(reason !== undefined && { reason }) }];
  });
}
