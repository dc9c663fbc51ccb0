import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { decided, laterOf, openedCase } from '../testing/cases.js';
import { takeHoursOffWithinAnAbsence } from './take-hours-off-within-an-absence.js';

const { given } = processOf(takeHoursOffWithinAnAbsence);
const stream = 'standing-he-ying:2026';
const span = { from: at('09:00'), until: at('11:00') };
const of = { employee: 'he-ying', year: '2026', case: 1 };
const idle = openedCase(1, 'D35.idle', { until: span.until });
const command = (type: string, data: object) => ({
  category: 'figures',
  id: 'he-ying',
  type,
  data: { ...of, ...data },
});

test('[D20] [D35] hours within an absence count for no quota once it is decided, and again once it is revoked', () => {
  given(...recorded(stream, [idle])).thenNothing();
  given(...recorded(stream, [idle, decided(idle)])).thenCommands(command('CountAbsence', { span }));
  const revoked = laterOf(idle)('ActRevoked', { case: 1, reason: '申诉成立' });
  given(...recorded(stream, [idle, decided(idle), revoked])).thenCommands(
    command('CountAbsence', { span }),
    command('LiftAbsence', {}),
  );
});

test('[D35] nothing is taken off of what had no end, or is no absence', () => {
  const endless = openedCase(1, 'D35.idle');
  given(...recorded(stream, [endless, decided(endless)])).thenNothing();
  const other = openedCase(1, 'D38.slacks', { until: span.until });
  given(...recorded(stream, [other, decided(other)])).thenNothing();
});
