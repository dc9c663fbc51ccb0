import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { UnitEvent, Warranty } from '../domain/unit/unit.events.js';
import { proposeContractBeforeAWarrantyEnds } from './propose-contract-before-a-warranty-ends.js';

const { given } = processOf(proposeContractBeforeAWarrantyEnds);
const event = eventOf<UnitEvent>(SUPERVISOR);
const unit = 'U-1';
const said = { product: '门禁', documents: [] };
const until = (last: string): { warranty: Warranty } => ({
  warranty: { countedFrom: 'final-acceptance', from: '2024-03-01', until: last },
});
const registered = event('UnitRegistered', {
  ...{ unit, kind: 'system', components: [], customer: 'lanting' },
  ...said,
});
const accepted = (last: string) =>
  event('UnitAccepted', { unit, acceptedOn: '2024-03-01', ...until(last) });
const moved = event('UnitMoved', { unit, customer: 'wenhui', before: { customer: 'lanting' } });
const proposes = (last: string, due: string) => ({
  deadline: 'propose',
  at: due,
  send: { category: 'unit', id: unit, type: 'ProposeContract', data: { until: last } },
});
const withdrawn = { withdraw: 'propose' };
const after = (...events: UnitEvent[]) => given(...recorded('unit-U-1', events));
const TOLD = at('08:00');

test('[B2] a contract is proposed sixty days before the last day of the warranty, as it was told last', () => {
  const corrected = event('UnitCorrected', {
    ...{ unit, ...said, reason: '抄错' },
    ...until('2029-03-01'),
  });
  after(registered, accepted('2028-03-01'), corrected).thenCommands(
    withdrawn,
    proposes('2028-03-01', '2027-12-31T16:00:00.000Z'),
    proposes('2029-03-01', '2028-12-30T16:00:00.000Z'),
  );
});

test('[B2] where those days have begun, at once; to whoever gets the unit within them too', () => {
  const soon = { ...accepted('2026-03-20'), occurredAt: TOLD };
  after({ ...registered, occurredAt: TOLD }, soon, { ...moved, occurredAt: TOLD }).thenCommands(
    withdrawn,
    proposes('2026-03-20', TOLD),
    proposes('2026-03-20', TOLD),
  );
});

test('[B2] nothing of a warranty that has ended, or that there is none of, or of a unit that is there no more', () => {
  const retired = event('UnitRetired', { unit, how: 'scrapped' });
  const without = event('UnitCorrected', { unit, ...said, reason: '未验收' });
  after(accepted('2025-03-01'), without).thenCommands(withdrawn, withdrawn);
  after(accepted('2028-03-01'), retired).thenCommands(
    proposes('2028-03-01', '2027-12-31T16:00:00.000Z'),
    withdrawn,
  );
});
