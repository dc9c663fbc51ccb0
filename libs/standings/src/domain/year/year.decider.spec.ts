import { expect, test } from '@jest/globals';
import { Invalid, NotPossible } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { yearDecider, type KnownOfClosing } from './year.decider.js';

const { given, ask, event } = specify(yearDecider, MANAGER, ['D8']);
const year = '2026';
const AFTER = '2027-02-01T01:00:00.000Z';
const nothing: KnownOfClosing = { touches: 0, cases: [], entries: [], evaluations: [] };
const close = (known: Partial<KnownOfClosing> = {}, time = AFTER, of = year) =>
  ask('CloseYear', { year: of }, time, { known: { ...nothing, ...known } });
const touch = ask('TouchYear', { year, employee: 'he-ying' }, AFTER);
const closed = event('CentreYearClosed', { year }, AFTER);
const touched = event('CentreYearTouched', { year, employee: 'he-ying' }, AFTER);

test('[D8] a year is closed for everybody once it is over and nothing of anybody is open', () => {
  given().when(close()).then(closed);
  given().when(close({}, '2026-12-31T15:59:59.999Z')).thenThrows(NotPossible, 'year-not-over');
  given().when(close({}, '2026-12-31T16:00:00.000Z')).then(closed);
  given()
    .when(close({}, AFTER, '20261'))
    .thenThrows(Invalid, 'no-year');
});

test('[D8] and not while a case, an evaluation or an entry from paper of somebody is open, who is named', () => {
  const evaluations = [{ employee: 'he-ying', periods: ['2026-11', '2026'] }];
  for (const [open, code, said] of [
    [{ cases: ['he-ying'] }, 'cases-open', 'he-ying'],
    [{ evaluations }, 'evaluations-open', 'he-ying (2026-11, 2026)'],
    [{ entries: ['he-ying'] }, 'opening-entries-open', 'he-ying'],
  ] as const) {
    const when = given().when(close(open));
    when.thenRefusedUnder('D8', code);
    expect(when.events).toThrow(said);
  }
});

test('[D8] closed, it takes nothing of its facts, until it is reopened with a reason', () => {
  given(closed).when(touch).thenRefusedUnder('D8', 'year-closed');
  given(closed).when(close()).thenRefusedUnder('D8', 'year-closed');
  const reopened = event('CentreYearReopened', { year, reason: '补报一案' }, AFTER);
  const reopen = ask('ReopenYear', { year, reason: '补报一案' }, AFTER);
  given(closed).when(reopen).then(reopened);
  given().when(reopen).thenThrows(NotPossible, 'year-not-closed');
  given(closed, reopened).when(touch).then(touched);
  given(closed, reopened, touched)
    .when(close({ touches: 1 }))
    .then(closed);
});

test('[D8] what has changed since it was looked up is looked up again', () => {
  given(touched).when(close()).thenThrows(NotPossible, 'year-touched');
});
