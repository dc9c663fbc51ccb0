import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { ActRevoked } from '../domain/case/appeal.events.js';
import type { ShortageRecorded } from '../domain/standing.events.js';
import { judgeWhatAShortageReaches } from './judge-what-a-shortage-reaches.js';

const { given } = processOf(judgeWhatAShortageReaches);
const event = eventOf<ShortageRecorded | ActRevoked>(SUPERVISOR, ['D22']);
const counted = (stocktake: string, when: string, amount = '1.00', employee = 'he-ying') => {
  const year = when.slice(0, 4);
  const said = { employee, year, stocktake, at: when, amount };
  return recorded(`standing-${employee}:${year}`, [event('ShortageRecorded', said)]);
};
const judges = (stocktake: string, when: string) => ({
  ...{ category: 'standing', id: 'he-ying', type: 'JudgeShortageAgain' },
  data: { employee: 'he-ying', year: when.slice(0, 4), stocktake, at: when },
});

const [LONG_AGO, MARCH, NOVEMBER, JANUARY] = [
  '2024-11-05T01:00:00.000Z',
  '2026-03-05T01:00:00.000Z',
  '2026-11-05T01:00:00.000Z',
  '2027-01-05T01:00:00.000Z',
];

test('[D22] what is missing at one count has the others judged again, from the oldest on', () => {
  given(
    ...counted('ST-2', NOVEMBER),
    ...counted('ST-3', JANUARY),
    ...counted('ST-1', MARCH),
  ).thenCommands(judges('ST-2', NOVEMBER), judges('ST-2', NOVEMBER), judges('ST-3', JANUARY));
});

test('[D22] and so has a count that turns out otherwise', () => {
  given(
    ...counted('ST-1', MARCH),
    ...counted('ST-2', NOVEMBER),
    ...counted('ST-1', MARCH, '0.00'),
  ).thenCommands(judges('ST-1', MARCH), judges('ST-2', NOVEMBER));
});

test('[D22] of others, and of years that are not beside it, none is judged', () => {
  given(
    ...counted('ST-0', LONG_AGO),
    ...counted('ST-1', MARCH),
    ...counted('ST-2', NOVEMBER, '1.00', 'qin-yu'),
  ).thenNothing();
});

test('[D22] an act that is taken back, as its count turned out otherwise, leaves its shortages to others', () => {
  const revoked = (data: ActRevoked['data'], articles = ['D22']) => [
    ...counted('ST-1', MARCH),
    ...recorded('standing-he-ying:2026', [{ ...event('ActRevoked', data, at('09:00')), articles }]),
  ];
  given(...revoked({ case: 1, replacedBy: 2 })).thenCommands(judges('ST-1', MARCH));
  given(...revoked({ case: 1, reason: '申诉成立' })).thenNothing();
  given(...revoked({ case: 1, replacedBy: 2 }, ['D14'])).thenNothing();
});
