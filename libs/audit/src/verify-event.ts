import { derivedId, hashedId, isId, type Instant } from '@app/kernel';
import { isOfClaims, type RecordedEvent } from '@app/event-store';
import type { Problem } from './problem.js';

/** What is wrong with an event by itself. */
export interface Flaw {
  readonly code: Problem['code'];
  readonly detail: string;
}

/** Where a stream stands in the walk: its version, and when and by which command its last event was recorded. */
export interface StreamPlace {
  readonly version: number;
  readonly recordedAt: Instant;
  readonly commandId: string;
  /** Events of that command in the stream, the last one among them. */
  readonly ofCommand: number;
}

/** The place after `event`; a claim is not counted among the events of its command. */
export function placeAfter(before: StreamPlace | undefined, event: RecordedEvent): StreamPlace {
  const { version, commandId, recordedAt } = event;
  if (isOfClaims(event)) return { version, recordedAt, commandId: '', ofCommand: 0 };
  const ofCommand = before && before.commandId === commandId ? before.ofCommand + 1 : 1;
  return { version, recordedAt, commandId, ofCommand };
}

/**
 * Flaws of an event that it shows by itself: a metadata field that is missing or of another kind,
 * data that is no object, and an id that does not follow from the command and the event's place
 * among the command's events.
 *
 * @param place of its stream after it
 */
export function flawsOf(event: RecordedEvent, { ofCommand }: StreamPlace): Flaw[] {
  const flaws: Flaw[] = [];
  const wrong = Object.entries(METADATA)
    .filter(([field, fits]) => !fits((event as unknown as Record<string, unknown>)[field]))
    .map(([field]) => field);
  if (wrong.length > 0) flaws.push({ code: 'metadata', detail: wrong.join(', ') });
  if (!isObject(event.data)) flaws.push({ code: 'no-data', detail: 'its data is no object' });
  if (!wrong.includes('commandId') && !followsFromCommand(event, ofCommand - 1)) {
    flaws.push({
      code: 'foreign-id',
      detail: `${event.id} is not event ${ofCommand} of command ${event.commandId}`,
    });
  }
  return flaws;
}

/**
 * On the stream that a command is for, ids do not name the stream, unless the store knows its ids
 * within a stream only; beside it they do, and before or after it the version too. In older logs
 * ids do not keep the command's time.
 */
function followsFromCommand(
  { id, commandId, stream, version }: RecordedEvent,
  index: number,
): boolean {
  const places = [String(index), `${stream}/${index}`, `${stream}@${version}`];
  return [derivedId, hashedId].some((idOf) =>
    places.some((place) => id === idOf(commandId, place)),
  );
}

const METADATA: Readonly<Record<string, (value: unknown) => boolean>> = {
  occurredAt: isInstant,
  recordedAt: isInstant,
  actor: (value) => isObject(value) && isText(value['id']) && isText(value['role']),
  articles: (value) => Array.isArray(value) && value.every(isText),
  commandId: (value) => isText(value) && isId(value),
  commandHash: isText,
  correlationId: isText,
  causationId: isText,
  policyVersion: isText,
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isInstant(value: unknown): boolean {
  if (!isText(value)) return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
}
