import { describe, expect, test } from '@jest/globals';
import {
  AppendTooLarge,
  CursorAhead,
  DuplicateEvent,
  LogDamaged,
  NotCapable,
  OutcomeUnknown,
  StoreClosed,
  StoreFull,
  StoreOverloaded,
  StreamClaimed,
  UnstorableAppend,
  VersionConflict,
} from '@app/event-store';
import { Invalid } from '@app/kernel';
import { refusalOf } from './refusal-of.js';

describe('what an error of the store means to the caller', () => {
  test.each([
    [400, 'unstorable-append', new UnstorableAppend('a Date')],
    [409, 'cursor-ahead', new CursorAhead(9n, 4n)],
    [409, 'duplicate-event', new DuplicateEvent('again')],
    [409, 'version-conflict', new VersionConflict('ticket-1', 3, 4)],
    [413, 'append-too-large', new AppendTooLarge('2 MB')],
    [501, 'not-capable', new NotCapable('two streams')],
    [503, 'store-overloaded', new StoreOverloaded('full')],
    [503, 'database-full', new StoreFull('53100')],
    [503, 'stream-claimed', new StreamClaimed('diary-li-wei-2026-03-02')],
    [503, 'outcome-unknown', new OutcomeUnknown('lost')],
    [503, 'store-closed', new StoreClosed('closing')],
  ])('%i %s, and no fault of ours', (status, code, error) => {
    const refusal = refusalOf(error);
    expect([refusal.status, refusal.code, refusal.fault ?? false]).toEqual([status, code, false]);
    expect(refusal.says).toEqual({
      zh: expect.stringMatching(/\p{Script=Han}/u),
      en: expect.any(String),
    });
  });

  test('503 says when to try again', () => {
    expect(refusalOf(new StoreOverloaded('full')).headers).toEqual({ 'Retry-After': '1' });
  });

  test('a conflict is 412 with the newer version for who sent If-Match', () => {
    const refusal = refusalOf(new VersionConflict('ticket-1', 3, 4), { conditional: true });
    expect(refusal).toMatchObject({
      status: 412,
      code: 'stale-version',
      headers: { ETag: '"4"' },
    });
  });

  test('a damaged log is a fault of ours, of which the caller learns nothing', () => {
    const refusal = refusalOf(new LogDamaged('position 7 follows 5'));
    expect(refusal).toEqual({ status: 500, code: 'internal', fault: true });
  });
});

test.each(['body', 'query'] as const)('a pointer points into the %s where it was sent', (part) => {
  const error = new Invalid('wrong', { zh: '不对', en: 'wrong' }, '/at');
  expect(refusalOf(error, { pointed: part }).errors).toMatchObject([{ pointer: '/at', in: part }]);
});
