import type { RecordedEvent } from '../envelope.js';
import type { Appended, StreamWrite } from '../port.js';

/** An append as its writer saw it. */
export interface Sent {
  readonly write: StreamWrite;
  /** Milliseconds of one clock, for all writers. */
  readonly began: number;
  readonly ended: number;
  /** What was answered; undefined when it was refused. */
  readonly appended?: Appended;
}

/** What happened to a log between two moments, as the log and everybody who took part tell it. */
export interface History {
  /** What the log holds of it, in its order. */
  readonly log: readonly RecordedEvent[];
  readonly sent: readonly Sent[];
  /** What each subscriber was given, in that order. */
  readonly seen: readonly (readonly RecordedEvent[])[];
}

/**
 * Every way in which a history breaks the promises of the port, in words; none when it is sound.
 * Acknowledged events are there once, where it was said, and nothing else is; what was acknowledged
 * before another append began stands before it; streams have no gap; all subscribers saw the log.
 */
export function faultsIn({ log, sent, seen }: History): string[] {
  const place = new Map(log.map(({ id }, at) => [id, at]));
  return [
    ...faultsOfStreams(log),
    ...faultsOfAnswers(log, sent, place),
    ...faultsOfTime(sent, place),
    ...seen.flatMap((events, reader) => faultsOfReader(log, events, reader)),
  ];
}

function faultsOfStreams(log: readonly RecordedEvent[]): string[] {
  const versions = new Map<string, number>();
  return log.flatMap(({ stream, version, position }, at) => {
    const before = versions.get(stream) ?? 0;
    versions.set(stream, version);
    return [
      ...(version === before + 1 ? [] : [`${stream} has version ${version} after ${before}`]),
      ...(at === 0 || position > log[at - 1]!.position ? [] : [`position ${position} goes back`]),
    ];
  });
}

function faultsOfAnswers(
  log: readonly RecordedEvent[],
  sent: readonly Sent[],
  place: ReadonlyMap<string, number>,
): string[] {
  const said = new Map(sent.flatMap((one) => placesSaid(one)));
  const faults = [...said].flatMap(([id, where]) => {
    const event = log[place.get(id) ?? -1];
    if (!event) return [`${id} was acknowledged and is not there`];
    const found = `${event.stream} ${event.version}`;
    return found === where ? [] : [`${id} stands as ${found}, not as ${where}`];
  });
  const twice = log.length - place.size;
  if (twice > 0) faults.push(`${twice} events stand there twice`);
  for (const { id } of log) if (!said.has(id)) faults.push(`${id} was never acknowledged`);
  return [...faults, ...faultsOfPositions(log, sent, place)];
}

/** The ids of an append that was acknowledged, each with the stream and version that it got. */
function placesSaid({ write: { stream, events }, appended }: Sent): [string, string][] {
  if (!appended) return [];
  const before = appended.versions[stream]! - events.length;
  return events.map(({ id }, n) => [id, `${stream} ${before + 1 + n}`]);
}

function faultsOfPositions(
  log: readonly RecordedEvent[],
  sent: readonly Sent[],
  place: ReadonlyMap<string, number>,
): string[] {
  return sent.flatMap(({ write: { events }, appended }) => {
    const last = log[place.get(events.at(-1)!.id) ?? -1];
    if (!appended || !last || last.position === appended.position) return [];
    return [`${last.id} is at ${last.position}, not at ${appended.position}`];
  });
}

/** Whatever an append stored stands behind all that was acknowledged before it began. */
function faultsOfTime(sent: readonly Sent[], place: ReadonlyMap<string, number>): string[] {
  const acknowledged = sent.flatMap(({ write: { events }, began, ended, appended }) =>
    appended ? [{ began, ended, repeated: appended.repeated, events }] : [],
  );
  return acknowledged
    .filter(({ repeated }) => !repeated)
    .flatMap(({ events: [first], began }) =>
      acknowledged
        .filter(({ ended }) => ended < began)
        .map(({ events }) => events.at(-1)!.id)
        .filter((earlier) => (place.get(earlier) ?? -1) > (place.get(first!.id) ?? Infinity))
        .map((earlier) => `${first!.id} stands before ${earlier}, which was there when it began`),
    );
}

function faultsOfReader(
  log: readonly RecordedEvent[],
  events: readonly RecordedEvent[],
  reader: number,
): string[] {
  const at = log.findIndex(({ id }, n) => events[n]?.id !== id);
  if (at >= 0)
    return [`subscriber ${reader} was given ${events[at]?.id ?? 'nothing'} for ${log[at]!.id}`];
  if (events.length > log.length)
    return [`subscriber ${reader} was given ${events.length} events of ${log.length}`];
  return [];
}
