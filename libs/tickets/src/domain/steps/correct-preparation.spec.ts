import { Forbidden, Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { working } from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import type { CorrectPreparation } from '../ticket/ticket.commands.js';
import { correctPreparation } from './correct-preparation.js';

const given = givenFor(correctPreparation);
const reason = '漏记';
const correct = (
  more: Partial<CorrectPreparation['data']>,
  time = '09:10',
  toolsInHand = ['T-100', 'T-101'],
) => command('CorrectPreparation', { visit: 1, reason, ...more }, time, { known: { toolsInHand } });
const said = {
  badge: true,
  uniform: true,
  tools: ['T-100'],
  parts: [{ sku: 'CAP-35', quantity: 1 }],
};
const planned = [past.opened(), past.faultAnalysed(), past.scheduled()];
const prepared = [...planned, past.prepared()];
const corrected = (now: Partial<typeof said>, before = said) =>
  event('PreparationCorrected', { visit: 1, ...before, ...now, before, reason });
const foundThen = (code: string) => ({
  ...past.found(1, 'V4', code),
  occurredAt: at('08:40'),
});

test('[V3] [V4] [V5] a preparation that was put down wrongly is set right, and what it said is kept', () => {
  given(...prepared)
    .when(correct({ tools: ['T-100', 'T-101'] }))
    .then(corrected({ tools: ['T-100', 'T-101'] }));
  given(...working)
    .when(correct({ badge: false }))
    .thenThrows(NotPossible, 'visit-not-prepared');
});

test('[V4] what was found missing and was there is withdrawn; what is missing now is found', () => {
  const bare = { ...said, badge: false };
  given(...planned, past.prepared({ badge: false }), foundThen('badge-missing'))
    .when(correct({ badge: true }))
    .then(
      corrected({ badge: true }, bare),
      event('FindingWithdrawn', {
        finding: 1,
        article: 'V4',
        disprovedBy: { type: 'PreparationCorrected', occurredAt: at('09:10') },
      }),
    );
  const [, finding] = given(...prepared)
    .when(correct({ uniform: false }))
    .events();
  expect(finding).toMatchObject({
    type: 'FindingRecorded',
    occurredAt: at('08:40'),
    data: { article: 'V4', code: 'uniform-missing', visit: 1, person: 'li-wei' },
  });
});

test('[V5] tools are judged by who held them when the visit was prepared', () => {
  given(...prepared)
    .when(correct({ tools: ['T-999'] }, '08:45'))
    .thenRefusedUnder('V5', 'tool-not-in-hand');
  const [, finding] = given(...prepared)
    .when(correct({ tools: ['T-999'] }))
    .events();
  expect(finding?.data).toMatchObject({ article: 'V5', code: 'tool-not-in-hand' });
});

test('it is corrected by whose visit it is, after it was put down, until the ticket is closed', () => {
  const add = { tools: ['T-100', 'T-101'] };
  given(...prepared)
    .when({ ...correct(add), actor: WANG_FANG })
    .thenThrows(Forbidden, 'not-your-visit');
  given(...prepared)
    .when({ ...correct(add), actor: DISPATCHER })
    .then(corrected(add));
  given(...prepared)
    .when(correct(add, '08:39'))
    .thenThrows(Invalid, 'occurred-too-early');
  given(...prepared)
    .when(correct({ badge: true }))
    .thenThrows(NotPossible, 'nothing-corrected');
  given(...prepared, past.resolved(), past.closed('16:00'))
    .when(correct(add, '17:00'))
    .thenRefusedUnder('R10', 'ticket-closed');
});

test('a second correction follows the first, and says what that one said', () => {
  const first = { ...corrected({ tools: ['T-101'] }), occurredAt: at('09:10') };
  given(...prepared, first)
    .when(correct({ tools: [] }, '09:09'))
    .thenThrows(Invalid, 'occurred-too-early');
  const [second] = given(...prepared, first)
    .when(correct({ tools: ['T-100'] }, '09:20'))
    .events();
  expect(second?.data).toMatchObject({ before: { tools: ['T-101'] } });
});

test('[V5] what was needed and not packed is judged as of the departure by what was really taken along', () => {
  const needed = past.faultAnalysed({ tools: ['T-100', 'T-101'] });
  const out = [past.opened(), needed, past.scheduled(), past.prepared(), past.departed('09:00')];
  const unpacked = {
    ...past.found(1, 'V5', 'needed-tool-not-packed'),
    occurredAt: at('09:00'),
  };
  const types = given(...out, unpacked)
    .when(correct({ tools: ['T-100', 'T-101'] }))
    .events()
    .map(({ type }) => type);
  expect(types).toEqual(['PreparationCorrected', 'FindingWithdrawn']);
  const still = given(...out, unpacked)
    .when(correct({ parts: [] }))
    .events()
    .map(({ data }) => ('code' in data ? data.code : ''));
  expect(still).toEqual(['', 'parts-not-listed']);
  const [, finding] = given(...out)
    .when(correct({ parts: [] }))
    .events()
    .filter(({ type, occurredAt }) => type !== 'FindingRecorded' || occurredAt === at('09:00'));
  expect(finding).toMatchObject({ data: { code: 'needed-tool-not-packed', person: 'li-wei' } });
});
