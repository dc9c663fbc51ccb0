import { Invalid, NotFound, NotPossible } from '@app/kernel';
import { HOTLINE } from '@app/kernel/src/testing/actors.js';
import { expect, test } from '@jest/globals';
import {
  after,
  ask,
  COMPLAINT,
  given,
  lived,
  receive,
  record,
  typesOf,
} from '../../testing/complaints.js';

const { events } = given().when(receive({ ticket: 'T-1' }));

test('[R7] a complaint is received, under terms that run from its first moment', () => {
  expect(events().map(({ type, data }) => ({ type, data }))).toMatchObject([
    { type: 'ComplaintReceived', data: { channel: 'phone', anonymous: false, ticket: 'T-1' } },
    { type: 'ComplaintTermSet', data: { term: 'acknowledge', round: 1 } },
    { type: 'ComplaintTermSet', data: { term: 'answer', round: 1 } },
  ]);
  given(...events())
    .when(receive())
    .thenThrows(NotPossible, 'already-registered');
});

test('[R6] of a bad answer to a follow-up the complaint is received by who asked the customer', () => {
  const told = receive({ ticket: 'T-1', channel: 'follow-up', heardBy: 'zhao-min' });
  expect(lived(told)).toMatchObject({ receivedBy: [HOTLINE.id, 'zhao-min'] });
});

test('[R6] a letter answers to R6 too, and the customer of a ticket is whose it is', () => {
  const [letter] = after(receive({ channel: 'letter' }));
  expect(letter!.articles).toEqual(['R7', 'R6']);
  const known = { ...receive({ ticket: 'T-1' }).known, customer: 'lanting' };
  expect(lived({ ...receive({ ticket: 'T-1' }), known })).toMatchObject({ customer: 'lanting' });
});

test('[R6] somebody is named, or it is a letter or a message that is anonymous', () => {
  const nobody = ask('ReceiveComplaint', { complaint: COMPLAINT, channel: 'letter' }, '09:00', {
    known: receive().known,
  });
  given().when(nobody).thenThrows(Invalid, 'complainant-missing');
  given()
    .when(receive({ anonymous: true }))
    .thenRefusedUnder('R6', 'anonymous-in-person');
  const named = receive({ anonymous: true, channel: 'letter', customer: 'lanting' });
  given().when(named).thenThrows(Invalid, 'anonymous-with-a-name');
  for (const channel of ['letter', 'web'] as const)
    expect(typesOf(after(receive({ anonymous: true, channel })))).toEqual([
      'ComplaintReceived',
      'ComplaintTermSet',
    ]);
});

test('[N13] the customer’s own words are recorded, with it or after it, and what they add', () => {
  const points = [{ about: 'lateness' }] as const;
  const both = lived(receive({ words: '又迟到', points }), record());
  expect(both.words).toEqual(['又迟到', '开着我的车去接孩子']);
  expect(both.points).toEqual([
    { point: 1, about: 'lateness' },
    { point: 2, about: 'integrity', employee: 'li-wei' },
  ]);
  given(...after(receive()))
    .when(record([]))
    .thenThrows(Invalid, 'points-missing');
  expect(lived(receive(), record(), record([])).words).toHaveLength(2);
});

test('[R9] of a complaint that nobody received nothing is told', () => {
  given().when(record()).thenThrows(NotFound, 'unknown-complaint');
});
