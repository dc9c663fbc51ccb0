import { NotPossible } from '@app/kernel';
import { test } from '@jest/globals';
import { left } from '../../testing/past.js';
import { cardLeft, onSite } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { leaveCard } from './leave-card.js';

const given = givenFor(leaveCard);
const leave = command('LeaveCard', { visit: 1 }, '11:30');

test('[V25] a card is left before leaving', () => {
  given(...onSite)
    .when(leave)
    .then(event('CardLeft', { visit: 1 }));
  given(...onSite, left())
    .when(leave)
    .thenThrows(NotPossible, 'visit-left');
});

test('one card is enough', () => {
  given(...onSite, cardLeft())
    .when(leave)
    .thenNothing();
});
