import { test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
import { at, command, event, givenFor } from '../../testing/ticket.builders.js';
import type { ExplainPartUse } from '../ticket/ticket.commands.js';
import { explainPartUse } from './explain-part-use.js';

const given = givenFor(explainPartUse);
const by = { id: 'process:settle-finding-when-uncovered-use-is-explained', role: 'process' };
const notHeld = {
  ...event('FindingRecorded', {
    ...{ finding: 1, article: 'R12', code: 'part-not-in-hand', visit: 1 },
    ...{ person: 'li-wei', remark: 'CAP-35 × 2' },
  }),
  occurredAt: at('10:10'),
};
const used = [...site.working, site.partConsumed(), notHeld];
const of = { visit: 1, entry: 1, sku: 'CAP-35' };
const explain = (more: Partial<ExplainPartUse['data']>) =>
  command('ExplainPartUse', { ...of, quantity: 2, ...more }, '12:00', { by });
const explained = (more: object) =>
  event('PartUseExplained', { ...of, technician: 'li-wei', quantity: 2, ...more }, '12:00', by);
const withdrawn = event(
  'FindingWithdrawn',
  {
    finding: 1,
    article: 'R12',
    disprovedBy: { type: 'PartUseExplained', occurredAt: at('12:00') },
  },
  '12:00',
  by,
);

test('[R12] what is covered by an issue that was recorded later is found of the technician no longer', () => {
  given(...used)
    .when(explain({}))
    .then(explained({}), withdrawn);
  const upheld = event('FindingUpheld', { finding: 1, article: 'R12' }, '11:00');
  given(...used, upheld)
    .when(explain({}))
    .then(explained({}), withdrawn);
});

test('[R12] as long as some of it is not explained the finding stands', () => {
  given(...used)
    .when(explain({ quantity: 1, uncovered: 1 }))
    .then(explained({ quantity: 1, uncovered: 1 }));
  given(...used, explained({ quantity: 1, uncovered: 1 }))
    .when(explain({ quantity: 1 }))
    .then(explained({ quantity: 1 }), withdrawn);
});

test('[R12] an entry that says something else by now is left alone', () => {
  given(...used)
    .when(explain({ sku: 'CAP-40' }))
    .thenNothing();
  given(...used)
    .when(explain({ entry: 2 }))
    .thenNothing();
  const before = { sku: 'CAP-35', quantity: 2 };
  const named = { visit: 1, entry: 1, technician: 'li-wei', before, reason: '没有用上' };
  given(...used, event('PartWithdrawn', named))
    .when(explain({}))
    .thenNothing();
});
