import { Invalid, NotPossible, type LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { left, repaired, visitCompleted } from '../../testing/past.js';
import {
  EMPTY_RECORD,
  partConsumed,
  SIGNATURE,
  signatureRefused,
  signed,
  working,
} from '../../testing/on-site.past.js';
import {
  at,
  command,
  event,
  givenFor,
  inBatch,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { hasArrived } from '../visit/visit.state.js';
import { recordHash } from '../visit/service-record.js';
import { signServiceRecord } from './sign-service-record.js';

const given = givenFor(signServiceRecord);
const record = {
  visit: 1,
  signature: SIGNATURE,
  satisfaction: 4 as const,
  suggestions: '希望周末也能上门',
};
const sign = command('SignServiceRecord', record, '11:30');

test('[V22] the customer signs, and says what they think', () => {
  given(...working)
    .when(sign)
    .then(event('ServiceRecordSigned', { ...record, record: EMPTY_RECORD }));
});

test('[V22] the customer may sign after all, and after the technician has left', () => {
  given(...working, signatureRefused(), left())
    .when(sign)
    .then(event('ServiceRecordSigned', { ...record, record: EMPTY_RECORD }));
});

test('[V22] one record is signed once', () => {
  given(...working, signed())
    .when(sign)
    .thenThrows(NotPossible, 'record-already-signed');
});

test.each<[string, LocalTime, string]>([
  ['before the repair', '10:27', 'signed-too-early'],
  ['after the step', '11:33', 'signed-ahead'],
])('[V22] not with a signature %s', (_, time, code) => {
  const signature = { ...SIGNATURE, signedAt: at(time) };
  given(...working, repaired())
    .when(command('SignServiceRecord', { ...record, signature }, '11:30'))
    .thenThrows(Invalid, code);
});

const early = { ...record, signature: { ...SIGNATURE, signedAt: at('10:14') } };
const signEarly = command('SignServiceRecord', early, '10:15');
const notRestored = repaired({ restored: false }, '10:12');
const twice = [...working, notRestored, repaired({}, '10:30')];
const visitAfter = (...events: Parameters<typeof ticketAfter>) =>
  ticketAfter(...events).visits.find(hasArrived)!;
const underFirst = event(
  'ServiceRecordSigned',
  {
    ...early,
    record: recordHash(visitAfter(...working, notRestored), at('10:15')),
  },
  '10:15',
);

test.each([
  ['a second repair', twice],
  ['a later signature', [...twice, signed()]],
  ['a later refusal', [...twice, signatureRefused()]],
  ['the only repair', [...working, repaired()]],
])('[V22] a signature from before %s that is told late is kept', (_, events) => {
  given(...events)
    .when(inBatch(signEarly))
    .then({
      ...underFirst,
      data: {
        ...underFirst.data,
        record: events.includes(notRestored) ? underFirst.data.record : EMPTY_RECORD,
      },
    });
});

test('[V22] and does not count for what was written on the record after it', () => {
  expect(visitAfter(...twice, underFirst)).toMatchObject({ signed: false });
  expect(visitAfter(...working, partConsumed({}, '10:16'), underFirst)).toMatchObject({
    signed: false,
  });
  expect(visitAfter(...twice, signed(), underFirst)).toMatchObject({ signed: true });
  expect(visitAfter(...working, notRestored, underFirst)).toMatchObject({ signed: true });
});

test('[V22] the record is what it said when it was signed, whatever was told of it before', () => {
  const part = partConsumed({}, '10:31');
  const withPart = visitAfter(...working, repaired(), part);
  expect(recordHash(withPart, at('10:30'))).toBe(
    recordHash(visitAfter(...working, repaired()), at('10:45')),
  );
  expect(recordHash(withPart, at('10:31'))).not.toBe(recordHash(withPart, at('10:30')));
});

test('[V22] who refused at first may sign when the visit is complete with that', () => {
  const refused = [
    ...working,
    repaired(),
    signatureRefused(),
    left('11:00'),
    visitCompleted('11:10'),
  ];
  const later = { ...record, signature: { ...SIGNATURE, signedAt: at('11:20') } };
  const events = given(...refused)
    .when(command('SignServiceRecord', later, '11:20'))
    .events();
  expect(events.map(({ type }) => type)).toEqual(['ServiceRecordSigned']);
  expect(visitAfter(...refused, ...events)).toMatchObject({ status: 'completed', signed: true });
  given(...refused, ...events)
    .when(command('SignServiceRecord', later, '11:30'))
    .thenThrows(NotPossible, 'record-already-signed');
});
