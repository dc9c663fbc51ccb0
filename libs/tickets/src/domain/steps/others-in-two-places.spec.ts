import { specification } from '@app/kernel/src/testing/specification.js';
import { test } from '@jest/globals';
import { onSite } from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import { command, DISPATCHER, event, WANG_FANG } from '../../testing/ticket.builders.js';
import { ticketDecider } from '../ticket/ticket.decider.js';

const given = specification(ticketDecider);
const planned = [past.opened(), past.scheduled()];
const along = event('TechnicianAdded', { visit: 1, technician: WANG_FANG.id }, '08:25', DISPATCHER);
const inTwoPlaces = (person: string, finding = 1) =>
  event('FindingRecorded', { finding, article: 'R10', code: 'in-two-places', visit: 1, person });
const arrive = (known: { elsewhere: string[]; othersElsewhere: string[] }) =>
  command('RecordArrival', { visit: 1 }, '09:30', { known });
const arrived = event('TechnicianArrived', { visit: 1 });
const join = (elsewhere: string[], time: string) =>
  command('AddTechnician', { visit: 1, technician: WANG_FANG.id }, time, {
    by: DISPATCHER,
    known: { technician: { employee: WANG_FANG.id, active: true }, elsewhere },
  });

test('[R10] finds each of those who come and are at another customer’s, in their own name', () => {
  given(...planned, along, past.departed('09:00'))
    .when(arrive({ elsewhere: [], othersElsewhere: [WANG_FANG.id] }))
    .then(arrived, inTwoPlaces(WANG_FANG.id));
  given(...planned, along, past.departed('09:00'))
    .when(arrive({ elsewhere: ['T-9'], othersElsewhere: [WANG_FANG.id] }))
    .then(arrived, inTwoPlaces('li-wei'), inTwoPlaces(WANG_FANG.id, 2));
});

test('[R10] finds whoever joins those who are there while at another customer’s, and nobody before', () => {
  given(...onSite)
    .when(join(['T-9'], '09:40'))
    .then(along, inTwoPlaces(WANG_FANG.id));
  given(...planned)
    .when(join(['T-9'], '08:25'))
    .then(along);
});
