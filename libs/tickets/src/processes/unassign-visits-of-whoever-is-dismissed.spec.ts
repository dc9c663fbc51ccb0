import { test } from '@jest/globals';
import type { EmployeeDismissed } from '@app/department';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { at, span } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import * as past from '../testing/past.js';
import { event } from '../testing/ticket.builders.js';
import { unassignVisitsOfWhoeverIsDismissed } from './unassign-visits-of-whoever-is-dismissed.js';

const { given } = processOf(unassignVisitsOfWhoeverIsDismissed);

const dismissed = (employee: string) =>
  eventOf<EmployeeDismissed>(MANAGER)(
    'EmployeeDismissed',
    { employee, because: { employee, year: '2026', case: 1 } },
    '12:00',
  );
const reason = '技术员被解雇 / the technician was dismissed';
const unassign = (id: string, technician: string, visit = 1) => ({
  category: 'ticket',
  id,
  type: 'UnassignTechnician',
  data: { visit, technician, reason },
});
const tomorrow = { window: span('09:00', '11:00', 1) };

test('[D7] the visits to come of somebody who is dismissed are unassigned, and nobody else’s', () => {
  const [scheduled, along] = recorded('ticket-T-1', [
    past.scheduled(tomorrow),
    event('TechnicianAdded', { visit: 1, technician: 'wang-fang' }),
  ]);
  const leaves = (employee: string) => recorded(`employee-${employee}`, [dismissed(employee)])[0]!;
  given(scheduled!, along!, leaves('li-wei')).thenCommands(unassign('T-1', 'li-wei'));
  given(scheduled!, along!, leaves('wang-fang')).thenCommands(unassign('T-1', 'wang-fang'));
  given(scheduled!, along!, leaves('zhao-jun')).thenNothing();
});

test('[D7] visits that are past are left alone', () => {
  const [early] = recorded('ticket-T-1', [past.scheduled({ window: span('09:00', '11:00') })]);
  const [moved] = recorded('ticket-T-2', [past.scheduled({ window: span('09:00', '11:00') })]);
  const [later] = recorded('ticket-T-2', [past.rescheduled(span('09:00', '11:00', 1))]);
  const [leaves] = recorded('employee-li-wei', [dismissed('li-wei')]);
  given(early!, moved!, later!, leaves!).thenCommands(unassign('T-2', 'li-wei'));
  given(early!, leaves!).thenNothing();
  given(later!, { ...leaves!, occurredAt: at('11:00', 1) }).thenNothing();
});
