import { test } from '@jest/globals';
import { externalCause, inspected, working } from '../../testing/on-site.past.js';
import { found } from '../../testing/past.js';
import { command, event, givenFor, inBatch, span } from '../../testing/ticket.builders.js';
import { logLabour } from './log-labour.js';

/* 09:55: a cause is found that the customer must sign for. */

const given = givenFor(logLabour);
const cut = {
  ...inspected({ partsComplete: false, note: '缺螺丝' }),
  occurredAt: externalCause().occurredAt,
};
const hours = (until: string) =>
  command('LogLabour', { visit: 1, workType: '检修', span: span('09:50', until) }, '10:20', {
    known: { logged: [] },
  });
const logged = (until: string, hoursOf: string) =>
  event('LabourLogged', {
    visit: 1,
    entry: 1,
    technician: 'li-wei',
    workType: '检修',
    span: span('09:50', until),
    hours: hoursOf,
  });

test.each([
  ['V17', externalCause(), 'charge-not-signed'],
  ['V13', cut, 'discrepancy-unacknowledged'],
] as const)(
  '[%s] hours worked before the discovery are logged though it is unsigned; hours reaching past it are not',
  (article, discovery, code) => {
    given(...working, discovery)
      .when(hours('09:55'))
      .then(logged('09:55', '0.08'));
    given(...working, discovery)
      .when(hours('09:56'))
      .thenRefusedUnder(article, code);
    given(...working, discovery)
      .when(inBatch(hours('09:56')))
      .then(logged('09:56', '0.10'), found(1, article, code));
  },
);
