import { test } from '@jest/globals';
import { left } from '../../testing/past.js';
import { apologised, working } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { apologise } from './apologise.js';

const given = givenFor(apologise);
const sorry = command('Apologise', { visit: 1 }, '11:30');

test('[V27] the company apologises, late rather than never', () => {
  given(...working, left())
    .when(sorry)
    .then(event('ApologyMade', { visit: 1 }));
});

test('one apology is enough', () => {
  given(...working, apologised())
    .when(sorry)
    .thenNothing();
});
