import { test } from '@jest/globals';
import { at } from '@app/kernel/src/testing/instants.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { inRepair, known, openedCase } from '../../testing/cases.js';
import { standingDecider } from '../standing.decider.js';
import type { StandingCommand } from '../standing.commands.js';

const given = specification(standingDecider);
const PROCESS = { id: 'process:open-case-when-a-sale-has-no-customer-file', role: 'process' };
const ask = commandOf<StandingCommand>(PROCESS);
const SOLD = at('09:00');
const report = (beside: object = {}, slip = 'XS-1') => {
  const sale = { sku: 'CAP-35', place: 'main', slip, at: SOLD };
  return ask('ReportSaleWithoutFile', { employee: 'he-ying', year: '2026', ...sale }, '10:00', {
    known: { ...known, file: 'none', ...beside },
  });
};
const file = (number: number, matter = 'XS-1') => ({
  ...openedCase(
    number,
    'D25.no-customer-file',
    {
      facts: `销售单 ${matter} 的客户当日没有建立客户档案 / no customer file was there by the end of the day for the customer of sale ${matter}`,
      ...{ happenedAt: SOLD, matter },
    },
    { by: PROCESS },
  ),
  occurredAt: at('10:00'),
});

test('[D25] a sale to somebody without a customer file makes a case, one for a slip', () => {
  given().when(report()).then(file(1));
  given(file(1)).when(report()).thenNothing();
  given(file(1)).when(report({}, 'XS-2')).then(file(2, 'XS-2'));
});

test('[D25] [D4] [D42] not where there is a file, no edition, or the seller is not of the sales', () => {
  given()
    .when(report({ file: 'on-file' }))
    .thenNothing();
  given()
    .when(report({ edition: 'none-approved' }))
    .thenNothing();
  given()
    .when(report({ edition: 'not-yet-in-force' }))
    .thenNothing();
  given()
    .when(report({ subject: inRepair.subject }))
    .thenNothing();
  given()
    .when(report({ dismissed: true }))
    .thenRefusedUnder('D7');
});
