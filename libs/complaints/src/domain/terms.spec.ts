import { instant } from '@app/kernel';
import { at } from '@app/kernel/src/testing/instants.js';
import { knowEditions, policy } from '@app/policy';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  ACKNOWLEDGE_BY,
  after,
  ANSWER_BY,
  answer,
  apologise,
  calendar,
  given,
  judged,
  late,
  lived,
  look,
  receive,
  record,
  typesOf,
} from '../testing/complaints.js';

afterEach(() => knowEditions([]));

const shanghai = (time: string) => instant(`${time}:00+08:00`);
const secondAfter = (time: string) => instant(Date.parse(time) + 1_000);

describe('[R7] [N13] the customer is apologised to within two hours', () => {
  test('around the clock, and who can still help is warned at three quarters of it', () => {
    const night = lived(receive({}, at('23:30')));
    expect(night.terms.acknowledge!.due).toBe(at('01:30', 1));
    given(...after(receive(), record()))
      .when(look(at('10:29')))
      .thenNothing();
    const warned = after(receive(), record(), look(at('10:30')), look(at('10:40')));
    expect(typesOf(warned).filter((type) => type === 'ComplaintTermWarned')).toHaveLength(1);
  });

  test('kept at the last moment, and missed a second after it: found, of nobody, once', () => {
    const kept = after(receive(), record(), apologise(ACKNOWLEDGE_BY));
    expect(typesOf(kept)).toContain('ComplaintTermKept');
    const over = secondAfter(ACKNOWLEDGE_BY);
    const atTheEnd = given(...after(receive(), record()))
      .when(look(ACKNOWLEDGE_BY))
      .events();
    expect(typesOf(atTheEnd)).toEqual(['ComplaintTermWarned']);
    const news = given(...after(receive(), record()))
      .when(look(over))
      .events();
    expect(news).toMatchObject([
      { type: 'ComplaintTermMissed', data: { term: 'acknowledge', round: 1 } },
      { data: { article: 'R7', code: 'acknowledged-late', round: 1 } },
    ]);
    expect(news[1]!.data).not.toHaveProperty('person');
    given(...after(receive(), record(), look(over)))
      .when(look(at('12:00')))
      .thenNothing();
  });

  test('kept after all, where it is told late that it came in time: what was found is withdrawn', () => {
    const past = after(receive(), record(), look(at('11:05')));
    expect(
      given(...past)
        .when(late(apologise(), at('11:30')))
        .events(),
    ).toMatchObject([
      { type: 'ApologyOffered' },
      { type: 'ComplaintTermKept' },
      { type: 'FindingWithdrawn', data: { finding: 1 } },
    ]);
    expect(
      lived(receive(), record(), look(at('11:05')), late(apologise(), at('11:30'))).missed,
    ).toEqual([]);
  });
});

describe('[R9] the customer is answered within three working days', () => {
  test('the third of them ends at 24:00', () => {
    expect(lived(receive()).terms.answer!.due).toBe(ANSWER_BY);
    expect(typesOf(after(...judged, answer(ANSWER_BY)))).toContain('ComplaintTermKept');
    const missed = after(...judged, look(secondAfter(ANSWER_BY)));
    expect(missed.slice(-2)).toMatchObject([
      { type: 'ComplaintTermMissed', data: { term: 'answer' } },
      { data: { article: 'R9', code: 'answered-late' } },
    ]);
  });

  test('deadlines over National Day: seven days off do not count, the Saturday worked in their place does', () => {
    const { terms } = lived(receive({}, shanghai('2026-09-30T16:00')));
    expect(terms.answer!.due).toBe(shanghai('2026-10-11T00:00'));
    const before = lived(receive({}, shanghai('2026-09-25T16:00')));
    expect(before.terms.answer!.due).toBe(shanghai('2026-10-01T00:00'));
  });

  test('waits for a year of the calendar that is not published, and is judged by it then', () => {
    const december = shanghai('2026-12-30T10:00');
    const waits = after(receive({}, december), record([{ about: 'charge' }], december));
    expect(waits[2]!.data).toMatchObject({ term: 'answer', awaits: '2027' });
    expect(waits[2]!.data).not.toHaveProperty('due');
    const year = { restDays: [6, 7], holidays: [{ date: '2027-01-01' }], makeUpDays: [] };
    const published = new Map([...calendar, ['2027', year]]);
    const known = { ...look(shanghai('2027-01-03T09:00')), known: { calendar: published } };
    const set = given(...waits)
      .when(known)
      .events();
    expect(set[0]).toMatchObject({
      type: 'ComplaintTermSet',
      data: { due: shanghai('2027-01-06T00:00') },
    });
    given(...waits)
      .when(look(december))
      .thenNothing();
  });
});

test('[R7] [R9] both terms are those of the settings in force when it was received', () => {
  const complaints = { ...policy.complaints, acknowledgeWithin: 30, answerWithin: 1 };
  knowEditions([{ ...policy, version: '2026.2', inForceFrom: at('09:00'), complaints }]);
  expect(lived(receive()).terms).toMatchObject({
    acknowledge: { due: at('09:30') },
    answer: { due: at('24:00', 1) },
  });
  expect(lived(receive({}, '08:59')).terms.acknowledge!.due).toBe(at('10:59'));
});
