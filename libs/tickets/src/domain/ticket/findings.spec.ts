import { rule } from '@app/policy';
import { expect, test } from '@jest/globals';
import { found, opened } from '../../testing/past.js';
import { command, ticketAfter } from '../../testing/ticket.builders.js';
import { openFindings, recordFindings } from './findings.js';

const always = [
  rule<unknown>('V8', 'not-greeted', { zh: '', en: '' }, () => true),
  rule<unknown>('V21', 'site-not-cleaned', { zh: '', en: '' }, () => true),
];
const leave = command('LeaveSite', { visit: 1 });
const about = { visit: 1, person: 'li-wei' };

test('findings are numbered on from the last of the ticket', () => {
  const ticket = ticketAfter(opened(), found(1, 'V7', 'late-arrival'));
  expect(recordFindings(leave, ticket, always, about)).toMatchObject([
    { data: { finding: 2, article: 'V8', code: 'not-greeted', ...about }, articles: ['V8'] },
    { data: { finding: 3, article: 'V21' }, articles: ['V21'] },
  ]);
});

test('what was found at a visit is not found there again, but may be at another', () => {
  const ticket = ticketAfter(
    opened(),
    found(1, 'V8', 'not-greeted'),
    found(2, 'V21', 'site-not-cleaned', { visit: 2 }),
  );
  expect(recordFindings(leave, ticket, always, about).map(({ data }) => data.code)).toEqual([
    'site-not-cleaned',
  ]);
});

test('the open ones, of one visit or of all', () => {
  const ticket = ticketAfter(
    opened(),
    found(1, 'V8', 'not-greeted'),
    found(2, 'V21', 'site-not-cleaned', { visit: 2 }),
  );
  expect(openFindings(ticket)).toEqual([1, 2]);
  expect(openFindings(ticket, 2)).toEqual([2]);
});
