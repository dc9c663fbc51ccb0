import { test } from '@jest/globals';
import * as past from '../../testing/past.js';
import { command, event, givenFor } from '../../testing/ticket.builders.js';
import { unassignTechnician } from './unassign-technician.js';

const given = givenFor(unassignTechnician);
const by = { id: 'process:unassign-visits-of-whoever-is-dismissed', role: 'process' };
const reason = '技术员被解雇 / the technician was dismissed';
const unassign = (technician = 'li-wei') =>
  command('UnassignTechnician', { visit: 1, technician, reason }, '08:30', { by });

test('[D7] a visit of somebody who was dismissed is called off before they have set out', () => {
  given(past.opened(), past.scheduled())
    .when(unassign())
    .then(event('VisitCancelled', { visit: 1, reason }, '08:30', by));
  given(past.opened(), past.scheduled(), past.departed()).when(unassign()).thenNothing();
});

test('[D7] whoever was to come along is taken off, and the visit is made', () => {
  const along = event('TechnicianAdded', { visit: 1, technician: 'wang-fang' }, '08:25');
  given(past.opened(), past.scheduled(), along)
    .when(unassign('wang-fang'))
    .then(event('TechnicianRemoved', { visit: 1, technician: 'wang-fang', reason }, '08:30', by));
});

test('[D7] a visit that is somebody else’s by now, and a ticket that has ended, stay as they are', () => {
  given(past.opened(), past.scheduled()).when(unassign('wang-fang')).thenNothing();
  given(past.opened(), past.scheduled(), past.visitCancelled()).when(unassign()).thenNothing();
  given(past.opened(), past.cancelled()).when(unassign()).thenNothing();
});
