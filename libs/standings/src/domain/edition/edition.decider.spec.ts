import { expect, test } from '@jest/globals';
import { fold, Invalid, NotFound, type Actor } from '@app/kernel';
import { MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { drafted, inForce } from '../../testing/editions.js';
import { document2 } from './document-2.js';
import { editionDecider } from './edition.decider.js';
import { editionAt, type Edition, type EditionLine } from './edition-line.js';

const { given, ask } = specify(editionDecider, SUPERVISOR);

const line = 'document-2';
const draft = (text = document2) => ask('DraftEdition', { line, edition: '2026.1', text });
const approve = (from?: string, by = MANAGER) =>
  ask('ApproveEdition', { line, edition: '2026.1', ...(from && { from }) }, '10:00', { by });
const next = ask('ApproveEdition', { line, edition: '2026.2' }, '10:00', { by: MANAGER });

test('[D41] a draft without a text of its own says what document 2 says', () => {
  given()
    .when(ask('DraftEdition', { line, edition: '2026.1' }))
    .then(drafted());
});

test('[D41] a draft is put in the place of the one before it', () => {
  const text = { ...document2, hearingDays: 5 };
  given(drafted()).when(draft(text)).then(drafted('2026.1', text));
  const { editions } = fold(editionDecider, [drafted(), drafted('2026.1', text)]);
  expect((editions as Edition[]).map((each) => each.text.hearingDays)).toEqual([5]);
});

test('[D42] a draft is approved by the general manager, and by nobody else', () => {
  given(drafted()).when(approve()).then(inForce('10:00'));
  given(drafted())
    .when(approve(undefined, SUPERVISOR))
    .thenRefusedUnder('D42', 'edition-not-approved-by-manager');
});

test('[D41] the centre makes its rules: who leads it drafts them, and nobody else', () => {
  const by = (actor: Actor) => ({ ...draft(), actor });
  for (const actor of [SUPERVISOR, MANAGER])
    expect(given().when(by(actor)).events()).toHaveLength(1);
  given()
    .when(by({ id: 'he-ying', role: 'sales' }))
    .thenRefusedUnder('D41', 'edition-not-drafted-by-the-centre');
});

test('[D42] what was approved is neither drafted nor approved again', () => {
  const before = [drafted(), inForce('10:00')];
  given(...before)
    .when(draft())
    .thenRefusedUnder('D42', 'edition-already-approved');
  given(...before)
    .when(approve())
    .thenRefusedUnder('D42', 'edition-already-approved');
});

test('[D44] it is in force from the first moment of its day, and not before its approval', () => {
  given(drafted()).when(approve('2026-03-02')).then(inForce('10:00'));
  given(drafted())
    .when(approve('2026-03-03'))
    .then(inForce(at('00:00', 1)));
  given(drafted())
    .when(approve('2026-03-01'))
    .thenRefusedUnder('D44', 'edition-before-its-promulgation');
});

test('[D44] an approval that is told late does not reach back to before it was told', () => {
  given(drafted())
    .when({ ...approve(), receivedAt: at('11:00', 3) })
    .then(inForce(at('11:00', 3)));
});

test('[D43] a date that is two years off by mistake does not stop all later editions', () => {
  const wrong = approve('2028-03-03');
  given(drafted()).when(wrong).thenThrows(Invalid, 'too-far-ahead');
  given(drafted()).when(approve('2028-03-02')).then(inForce('2028-03-01T16:00:00.000Z'));
});

test('[D43] an edition ends the one before it from then on, and not before that', () => {
  const before = [drafted(), inForce('09:30'), drafted('2026.2')];
  given(...before)
    .when(next)
    .then(inForce('10:00', '2026.2'));
  given(drafted(), inForce(at('00:00', 1)), drafted('2026.2'))
    .when(next)
    .thenRefusedUnder('D43', 'edition-not-later');
});

test('[D42] [D44] nothing is judged by a draft, nor by an edition that was not yet in force', () => {
  const inOrder = [drafted(), inForce('09:30'), drafted('2026.2'), inForce('11:00', '2026.2')];
  const editionOf = (events: typeof inOrder, time: Parameters<typeof at>[0]) =>
    editionAt(fold(editionDecider, events) as EditionLine, at(time))?.edition;
  expect(editionOf(inOrder.slice(0, 1), '12:00')).toBeUndefined();
  expect(editionOf(inOrder, '09:29')).toBeUndefined();
  expect(editionOf(inOrder, '09:30')).toBe('2026.1');
  expect(editionOf(inOrder, '10:59')).toBe('2026.1');
  expect(editionOf(inOrder, '11:00')).toBe('2026.2');
});

test('an edition that nobody drafted, and the line of another document, are unknown', () => {
  given().when(approve()).thenThrows(NotFound, 'unknown-edition');
  given()
    .when(ask('DraftEdition', { line: 'document-1', edition: '2026.1' }))
    .thenThrows(NotFound, 'unknown-edition-line');
});

test('an event without its draft, or a draft after its approval, changes nothing', () => {
  expect(fold(editionDecider, [inForce('10:00')]).editions).toEqual([]);
  const line = [drafted(), inForce('10:00'), drafted('2026.1', { ...document2, hearingDays: 5 })];
  expect((fold(editionDecider, line) as EditionLine).editions[0]?.text.hearingDays).toBe(3);
});

const [first, ...rest] = document2.clauses;
const figures = document2.clauses.find(({ trigger }) => trigger === 'figures')!;
const { period: _period, ...noPeriod } = figures;
const { thresholds: _thresholds, ...noBounds } = figures;
const profit = document2.clauses.find(({ trigger }) => trigger === 'profit')!;
const share = document2.clauses.find(({ article }) => article === 'D30')!;

test.each([
  ['clause-twice', { clauses: [first!, first!, ...rest] }],
  ['figures-without-period', { clauses: [noPeriod] }],
  ['figures-without-bounds', { clauses: [noBounds] }],
  ['empty-range', { clauses: [{ ...figures, thresholds: { atLeast: 120, below: 120 } }] }],
  ['profit-without-bounds', { clauses: [{ ...profit, thresholds: {} }] }],
  ['share-missing', { clauses: [{ ...share, thresholds: {} }] }],
])('[D41] refuses a draft that makes no sense: %s', (code, part) => {
  given()
    .when(draft({ ...document2, ...part }))
    .thenThrows(Invalid, code);
});

test.each([
  ['D6', { merit: -3 }],
  ['D6', { commendation: 0 }],
  ['D7', { demerit: 0 }],
  ['D7', { 'major-demerit': 9 }],
])('[%s] a reward adds points and discipline takes them: %p', (article, points) => {
  given()
    .when(draft({ ...document2, points: { ...document2.points, ...points } }))
    .thenRefusedUnder(article);
});
