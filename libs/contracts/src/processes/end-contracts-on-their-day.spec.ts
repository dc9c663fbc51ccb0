import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { ContractEvent } from '../domain/contract.events.js';
import { concluded, IDS, TERMS } from '../testing/contracts.js';
import { endContractsOnTheirDay } from './end-contracts-on-their-day.js';

const { given } = processOf(endContractsOnTheirDay);
const event = eventOf<ContractEvent>(SUPERVISOR);
const end = { category: 'contract', id: 'HT-1', type: 'EndContract', data: {} };
const ends = (at: string) => ({ deadline: 'end', at, send: end });

test('[B2] a contract ends with its last day, that of its renewal, or that on which it was ended', () => {
  const renewed = { from: '2027-01-01', until: '2027-12-31', terms: TERMS, by: '孙建平' };
  given(
    ...recorded('contract-HT-1', [
      ...concluded(),
      event('ContractRenewed', { ...IDS, ...renewed }),
      event('ContractTerminated', { ...IDS, on: '2026-06-30', reason: '拆除' }),
    ]),
  ).thenCommands(
    ends('2026-12-31T16:00:00.000Z'),
    ends('2027-12-31T16:00:00.000Z'),
    ends('2026-06-30T16:00:00.000Z'),
  );
});
