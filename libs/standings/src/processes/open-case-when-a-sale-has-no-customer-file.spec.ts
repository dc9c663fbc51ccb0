import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { StockEvent } from '@app/inventory';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { openCaseWhenASaleHasNoCustomerFile } from './open-case-when-a-sale-has-no-customer-file.js';

const { given } = processOf(openCaseWhenASaleHasNoCustomerFile);
const event = eventOf<StockEvent>(STOREKEEPER);

const of = { sku: 'CAP-35', place: 'main', slip: 'XS-1' };
const sold = (time: string) =>
  event(
    'MaterialSold',
    {
      ...{ ...of, quantity: 1, value: '12.00', seller: 'he-ying' },
      ...{ customer: '孙丽', price: '20.00', method: 'cash' },
    },
    time,
  );
const looks = (sale: string, due: string) => ({
  deadline: 'XS-1',
  at: due,
  send: {
    category: 'standing',
    id: 'he-ying',
    type: 'ReportSaleWithoutFile',
    data: { ...of, employee: 'he-ying', year: '2026', at: sale },
  },
});

test('[D25] a customer’s file is looked for when the day of the sale is over, by the slip alone', () => {
  const [morning, evening] = [at('09:00'), at('23:59')];
  given(...recorded('stock-CAP-35:main', [sold(morning), sold(evening)])).thenCommands(
    looks(morning, at('00:00', 1)),
    looks(evening, at('00:00', 1)),
  );
});
