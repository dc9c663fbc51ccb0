import { Invalid } from '@app/kernel';
import { test } from '@jest/globals';
import { quoteSigned, working } from '../../testing/on-site.past.js';
import { command, event, givenFor, LI_WEI, SUPERVISOR } from '../../testing/ticket.builders.js';
import { stateEarners } from './state-earners.js';

const given = givenFor(stateEarners);
const state = (...earners: readonly (readonly [string, number])[]) =>
  command(
    'StateEarners',
    { visit: 1, earners: earners.map(([employee, weight]) => ({ employee, weight })) },
    '11:00',
    { by: SUPERVISOR },
  );

test('[D30] who earned an extra service is stated, in which proportion', () => {
  const added = event('TechnicianAdded', { visit: 1, technician: 'wang-fang' });
  given(...working, added, quoteSigned())
    .when(state(['li-wei', 2], ['wang-fang', 1]))
    .then(
      event(
        'EarnersStated',
        { visit: 1, earners: ['li-wei', 'wang-fang'], weights: [2, 1] },
        '11:00',
        SUPERVISOR,
      ),
    );
});

test('[D30] nobody is named twice, nor who was not on the visit', () => {
  given(...working, quoteSigned())
    .when(state([LI_WEI.id, 1], [LI_WEI.id, 1]))
    .thenThrows(Invalid, 'earner-twice');
  given(...working, quoteSigned())
    .when(state(['wang-fang', 1]))
    .thenThrows(Invalid, 'earner-not-on-visit');
});

test('[D30] what is no part of the visit went into nothing', () => {
  const { data, ...rest } = state([LI_WEI.id, 1]);
  given(...working, quoteSigned())
    .when({ ...rest, data: { ...data, parts: [1] } })
    .thenThrows(Invalid, 'no-such-part');
});
