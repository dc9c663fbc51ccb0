import { describe, expect, test } from '@jest/globals';
import { fold, Invalid, NotFound } from '@app/kernel';
import { MANAGER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { policy, type ServiceSettings } from '@app/policy';
import { editionLineBody } from '../../http/edition-line.body.js';
import { draftedSettings, inForce } from '../../testing/editions.js';
import { editionDecider } from './edition.decider.js';
import type { EditionLine } from './edition-line.js';
import { approvedSettings } from './settings.js';

const { given, ask } = specify(editionDecider, SUPERVISOR);

const line = 'service-settings';
const sla = { response: 90, restoration: 240, warnPercent: 75 };
const draft = (settings: Partial<ServiceSettings>, edition = '2027.1') =>
  ask('DraftSettings', { line, edition, settings });
const approve = (from?: string, by = MANAGER) =>
  ask('ApproveEdition', { line, edition: '2027.1', ...(from && { from }) }, '10:00', { by });

describe('[D41] a draft of the service settings', () => {
  test('says what is to be otherwise, and is as the edition approved last in all else', () => {
    given()
      .when(draft({ sla, quietHours: undefined }))
      .then(draftedSettings('2027.1', { sla }));
    given(draftedSettings('2027.1', { sla }), inForce('10:01', '2027.1'))
      .when(draft({ toldLateAfter: 30 }, '2027.2'))
      .then(draftedSettings('2027.2', { sla, toldLateAfter: 30 }));
  });

  test.each<[string, Partial<ServiceSettings>]>([
    ['classes-out-of-order', { materials: { ...policy.materials, classes: { a: 95, b: 95 } } }],
    ['empty-span', { quietHours: [{ from: '12:00', until: '12:00' }] }],
    ['not-a-counting-period', counting({ 'shelf:main': 30 })],
    ['not-a-counting-period', counting({ 'location:main': 0 })],
    ['not-a-counting-period', counting({ 'tools:meter': 1.5 })],
  ])('is refused where it makes no sense: %s', (code, settings) => {
    given().when(draft(settings)).thenThrows(Invalid, code);
  });

  test('belongs to its own line, as document 2 does to its', () => {
    given()
      .when(ask('DraftSettings', { line: 'document-2', edition: '2027.1', settings: {} }))
      .thenThrows(NotFound, 'unknown-edition-line');
    given()
      .when(ask('DraftEdition', { line, edition: '2027.1' }))
      .thenThrows(NotFound, 'unknown-edition-line');
    given()
      .when(ask('ApproveEdition', { line: 'document-1', edition: '2027.1' }))
      .thenThrows(NotFound, 'unknown-edition-line');
  });
});

test('[D42] the edition that ships, and one that was approved, are neither drafted nor approved again', () => {
  given().when(draft({ sla }, '2026.1')).thenRefusedUnder('D42', 'edition-already-approved');
  given()
    .when(ask('ApproveEdition', { line, edition: '2026.1' }, '10:00', { by: MANAGER }))
    .thenRefusedUnder('D42', 'edition-already-approved');
  given(draftedSettings('2027.1'), inForce('10:01', '2027.1'))
    .when(draft({ sla }))
    .thenRefusedUnder('D42', 'edition-already-approved');
});

test('[D42] the general manager approves it, and nobody else', () => {
  given(draftedSettings('2027.1'))
    .when(approve(undefined, SUPERVISOR))
    .thenRefusedUnder('D42', 'edition-not-approved-by-manager');
});

test('[D44] it is in force a minute after its approval at the earliest, by when all know of it', () => {
  given(draftedSettings('2027.1')).when(approve()).then(inForce('10:01', '2027.1'));
  given(draftedSettings('2027.1'))
    .when(approve('2026-03-03'))
    .then(inForce(at('00:00', 1), '2027.1'));
  given(draftedSettings('2027.1'))
    .when(approve('2026-03-01'))
    .thenRefusedUnder('D44', 'edition-before-its-promulgation');
});

const events = [
  draftedSettings('2027.1', { sla }),
  inForce('10:01', '2027.1'),
  draftedSettings('2027.2', { toldLateAfter: 30 }),
];
const state = fold(editionDecider, events) as EditionLine<ServiceSettings>;

test('[D43] what was approved judges, a draft does not', () => {
  const known = approvedSettings(state);
  expect(known).toEqual([{ ...policy, version: '2027.1', inForceFrom: at('10:01'), sla }]);
});

test('[D41] each edition shows what it changes field by field, the one that ships first', () => {
  expect(editionLineBody(state, { line })).toMatchObject({
    line,
    editions: [
      { edition: '2026.1', status: 'approved', inForceFrom: policy.inForceFrom },
      {
        edition: '2027.1',
        status: 'approved',
        changes: [{ field: 'sla.response', before: '120', after: '90' }],
        settings: { sla },
      },
      {
        edition: '2027.2',
        status: 'draft',
        changes: [
          { field: 'sla.response', before: '90', after: '120' },
          { field: 'toldLateAfter', before: '15', after: '30' },
        ],
      },
    ],
  });
  expect(editionLineBody({ editions: [] }, { line: 'document-2' })).toMatchObject({ editions: [] });
});

function counting(others: Record<string, number>): Partial<ServiceSettings> {
  const { stocktake } = policy;
  return { stocktake: { ...stocktake, everyDays: { ...stocktake.everyDays, others } } };
}
