import { Invalid, NotFound, type Instant } from '@app/kernel';
import { readInstant } from '@app/http';
import type { RecordedEvent } from '@app/event-store';

/**
 * Which past is asked for. Nothing: all that is stored now.
 *
 * - `version`: the state after so many events, 0 being before the first.
 * - `at`: as it was, by what had happened until then, in the order in which it happened.
 * - `knownAt`: as it was known, by what had been recorded until then, in the order of recording.
 * - `at` with `knownAt`: what was known then of how it had been at `at`.
 */
export interface PointInHistory {
  readonly version?: number;
  readonly at?: Instant;
  readonly knownAt?: Instant;
}

/** The same as texts, as they come out of a query string or a command line. */
export interface PointInHistoryTexts {
  readonly version?: string | undefined;
  readonly at?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** @throws Invalid a text is no version or no instant, or a version is asked for together with a time */
export function pointInHistoryOf({ version, at, knownAt }: PointInHistoryTexts): PointInHistory {
  if (version !== undefined && (at !== undefined || knownAt !== undefined)) {
    throw new Invalid(
      'version-or-time',
      { zh: '版本与时间不能同时指定', en: 'ask for a version or for a time, not for both' },
      '/version',
    );
  }
  return {
    ...(version !== undefined && { version: versionOf(version) }),
    ...(at !== undefined && { at: instantOf(at, '/at') }),
    ...(knownAt !== undefined && { knownAt: instantOf(knownAt, '/knownAt') }),
  };
}

/** Why an event does not count for what was asked; undefined when it does. */
export type LeftOutBecause = 'occurred-later' | 'recorded-later';

export function leftOutBecause(
  { at, knownAt }: PointInHistory,
  event: RecordedEvent,
): LeftOutBecause | undefined {
  if (at !== undefined && event.occurredAt > at) return 'occurred-later';
  if (knownAt !== undefined && event.recordedAt > knownAt) return 'recorded-later';
  return undefined;
}

/** @throws NotFound the stream has no such version yet */
export function refuseBeyondEnd({ version }: PointInHistory, newest: number): void {
  if (version === undefined || version <= newest) return;
  throw new NotFound(
    'version-beyond-end',
    {
      zh: `没有版本 ${version}，最新版本为 ${newest}`,
      en: `there is no version ${version}; the newest is ${newest}`,
    },
    '/version',
  );
}

function versionOf(text: string): number {
  const version = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(version)) return version;
  throw new Invalid(
    'not-a-version',
    { zh: '版本应为不小于零的整数', en: 'a version is a whole number, not below zero' },
    '/version',
  );
}

/** Read as every form of the API reads one. @throws Invalid with what was given */
function instantOf(text: string, pointer: string): Instant {
  const read = readInstant(text);
  if (typeof read === 'string') return read;
  const { code, says } = read;
  throw new Invalid(code, { zh: `“${text}”${says.zh}`, en: `"${text}" ${says.en}` }, pointer);
}
