import { expect, test } from '@jest/globals';
import { fold, Invalid, NotPossible } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { calendarDecider } from './calendar-year.js';
import type { Edition } from './edition.js';

const { given, ask, event } = specify(calendarDecider, MANAGER, ['V19']);

const name = { zh: '国庆节', en: 'National Day' };
const first: Edition = {
  year: '2026',
  edition: 1,
  restDays: [6, 7],
  holidays: [{ date: '2026-10-01', name }],
  makeUpDays: [{ date: '2026-10-10', name }],
};
const second = { ...first, edition: 2, makeUpDays: [{ date: '2026-09-20', name }] };

test('[V19] a year of the working calendar is published, and corrected by the next edition', () => {
  given().when(ask('PublishYear', first)).then(event('CalendarYearPublished', first));
  given(event('CalendarYearPublished', first))
    .when(ask('PublishYear', second))
    .then(event('CalendarYearPublished', second));
  const corrected = fold(calendarDecider, [
    event('CalendarYearPublished', first),
    event('CalendarYearPublished', second, '09:30'),
  ]);
  expect(corrected).toEqual({ ...second, since: at('09:30') });
});

test('[V19] no edition is published twice, and none is left out', () => {
  given(event('CalendarYearPublished', first))
    .when(ask('PublishYear', first))
    .thenThrows(NotPossible, 'edition-not-next');
  given().when(ask('PublishYear', second)).thenThrows(NotPossible, 'edition-not-next');
});

test('[V19] a correction is not published as of before what it corrects', () => {
  given(event('CalendarYearPublished', first, '10:00'))
    .when(ask('PublishYear', second, '09:59'))
    .thenThrows(Invalid, 'occurred-too-early');
});

test.each([
  ['of another year', 'day-of-another-year', { holidays: [{ date: '2027-01-01', name }] }],
  [
    'that is named twice',
    'day-named-twice',
    { holidays: [{ date: '2026-10-10', name }], makeUpDays: [{ date: '2026-10-10', name }] },
  ],
  ['worked anyway', 'no-day-of-rest', { makeUpDays: [{ date: '2026-10-09', name }] }],
])('[V19] a day %s is refused', (_, code, days) => {
  given()
    .when(ask('PublishYear', { ...first, ...days }))
    .thenThrows(Invalid, code);
});
