import { test } from '@jest/globals';
import { cleaned, working } from '../../testing/on-site.past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { cleanSite } from './clean-site.js';

const given = givenFor(cleanSite);
const clean = command('CleanSite', { visit: 1 }, '10:40');

test('[V21] the rubbish is taken along', () => {
  given(...working)
    .when(clean)
    .then(event('SiteCleaned', { visit: 1 }));
});

test('what is clean stays clean', () => {
  given(...working, cleaned())
    .when(clean)
    .thenNothing();
});
