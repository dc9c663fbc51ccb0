import type { UnitEvent } from '../unit/unit.events.js';
import type { Unit } from '../unit/unit.state.js';
import { markStreams, type MarkCommand, type MarkId } from './mark.js';

/** What one number is asked in consequence of a unit's events. */
export interface MarkCommands {
  readonly stream: string;
  readonly commands: readonly [MarkCommand];
}

/**
 * The numbers that a unit's new events put on it or take off; they stand or fall with those events. A
 * component that was replaced keeps its barcode: whoever scans it later learns what became of it.
 *
 * @param commandId of the command that caused the events
 */
export function markCommands(
  events: readonly UnitEvent[],
  before: Unit,
  { commandId: id }: { readonly commandId: string },
): MarkCommands[] {
  const all = events.flatMap((event) => {
    const { unit } = event.data;
    const { occurredAt, actor } = event;
    return changesBy(event, before).map(({ type, ...mark }): MarkCommands => {
      const data = { ...mark, number: mark.number.toUpperCase(), unit };
      return { stream: markStreams.named(data), commands: [{ id, type, data, occurredAt, actor }] };
    });
  });
  // One number may be said twice, in other letters.
  return [...new Map(all.map((each) => [each.stream, each])).values()];
}

type Change = MarkId & { readonly type: MarkCommand['type'] };

function changesBy(event: UnitEvent, before: Unit): Change[] {
  switch (event.type) {
    case 'UnitRegistered': {
      const { components, documents } = event.data;
      return [
        ...components.map(({ barcode }) => onto('barcode', barcode)),
        ...documents.map(document),
      ];
    }
    case 'UnitCorrected':
      return corrected(event.data.documents, before);
    case 'ComponentAdded':
      return [onto('barcode', event.data.component.barcode)];
    case 'ComponentReplaced':
      return [onto('barcode', event.data.by.barcode)];
    case 'UnitAccepted':
    case 'UnitMoved':
    case 'ContractProposed':
    case 'UnitRetired':
      return [];
  }
}

function corrected(documents: readonly string[], before: Unit): Change[] {
  const was = before.status === 'none' ? [] : before.documents;
  const kept = new Set(documents.map((number) => number.toUpperCase()));
  const gone = was.filter((number) => !kept.has(number.toUpperCase()));
  return [
    ...gone.map((number): Change => ({ type: 'TakeMarkOff', kind: 'document', number })),
    ...documents.map(document),
  ];
}

function document(number: string): Change {
  return onto('document', number);
}

function onto(kind: MarkId['kind'], number: string): Change {
  return { type: 'PutMark', kind, number };
}
