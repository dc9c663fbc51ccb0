import { expect, test } from '@jest/globals';
import { unitEvents, type UnitEvent } from '@app/customers';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { draftWarrantyWhenASystemIsAccepted as process } from './draft-warranty-when-a-system-is-accepted.js';

const { given } = processOf(process);
const event = eventOf<UnitEvent>(SUPERVISOR);
const { sample: registered } = unitEvents.UnitRegistered;
const accepted = event('UnitAccepted', unitEvents.UnitAccepted.sample);
const told = (...events: UnitEvent[]) => recorded('unit-U-1', events);
const draft = (contract = 'BX-U-1', unit = 'U-1') => ({
  ...{ category: 'contract', id: contract, type: 'DraftWarranty', data: { contract, unit } },
});

test('[B2] the final acceptance of a system drafts its warranty, also where it is told with the system or gets an owner later', () => {
  given(...told(accepted)).thenCommands(draft());
  given(...told(event('UnitRegistered', registered))).thenCommands(draft());
  given(...told(event('UnitMoved', unitEvents.UnitMoved.sample))).thenCommands(draft());
});

test('[B2] nothing where it is a product, is not accepted, or is nobody’s any more', () => {
  const { warranty: _, ...waiting } = registered;
  const moved = { unit: 'U-1', before: { customer: 'C-1' } };
  given(
    ...told(
      event('UnitRegistered', { ...registered, kind: 'product' }),
      event('UnitRegistered', waiting),
      event('UnitMoved', moved),
    ),
  ).thenNothing();
});

test('[B2] its number follows from the system’s, and is never longer than a number may be', () => {
  const unit = 'u'.repeat(62);
  const [long] = told({ ...accepted, data: { ...accepted.data, unit } });
  expect(process.react(long as never, null)).toEqual([draft(long!.id, unit)]);
});
