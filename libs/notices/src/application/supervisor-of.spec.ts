import { expect, test } from '@jest/globals';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { supervisorOf } from './supervisor-of.js';

const people: Readonly<Record<string, object>> = {
  'employee-li': { status: 'active', reportsTo: 'sun' },
  'employee-sun': { status: 'active' },
  'employee-wang': { status: 'active', reportsTo: 'gone' },
  'employee-gone': { status: 'left', reportsTo: 'sun' },
};
const contexts = new StatedContexts((stream) => people[stream]);

test.each([
  ['the one whom they report to', 'li', { supervisor: 'sun' }],
  ['nobody where they report to nobody', 'sun', {}],
  ['nobody who has left', 'wang', {}],
  ['nobody of whoever has left', 'gone', {}],
])('the supervisor of somebody is %s', async (_, of, answer) => {
  expect(await supervisorOf({ data: { of } }, contexts)).toEqual(answer);
});
