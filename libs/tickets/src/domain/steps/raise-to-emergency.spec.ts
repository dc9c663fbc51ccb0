import { expect, test } from '@jest/globals';
import { Invalid, NotFound, NotPossible } from '@app/kernel';
import {
  cancelled,
  closed,
  opened,
  reopened,
  repaired,
  resolved,
  scheduled,
} from '../../testing/past.js';
import { command, event, givenFor, HOTLINE, ticketAfter } from '../../testing/ticket.builders.js';
import { raiseToEmergency } from './raise-to-emergency.js';

const given = givenFor(raiseToEmergency);
const reason = '水漫到配电间';
const raise = (time = '08:30') =>
  command('RaiseToEmergency', { reason }, time as '08:30', { by: HOTLINE });
const raised = event('TicketRaisedToEmergency', { reason }, '08:30');

test('[B3] a ticket is raised to an emergency, once', () => {
  given(opened()).when(raise()).then(raised);
  given(opened(), raised).when(raise()).thenThrows(NotPossible, 'is-an-emergency');
  given(opened({ emergency: true }))
    .when(raise())
    .thenThrows(NotPossible, 'is-an-emergency');
  expect(ticketAfter(opened(), raised)).toMatchObject({ emergency: true });
});

test('[B3] one that a repair has ended is raised anew, and by its reopening is one again', () => {
  const emergency = opened({ emergency: true });
  const past = [emergency, scheduled(), repaired()];
  const back = event('TicketRaisedToEmergency', { reason }, '16:00');
  given(...past)
    .when(raise('16:00'))
    .then(back);
  given(...past, back)
    .when(raise('16:10'))
    .thenThrows(NotPossible, 'is-an-emergency');
  given(...past, resolved(), reopened())
    .when(raise('20:00'))
    .thenThrows(NotPossible, 'is-an-emergency');
});

test('[B3] a repair that was over before it, and is told after it, ends no emergency', () => {
  const late = [
    opened(),
    scheduled(),
    event('TicketRaisedToEmergency', { reason }, '16:00'),
    repaired(),
  ];
  given(...late)
    .when(raise('16:30'))
    .thenThrows(NotPossible, 'is-an-emergency');
});

test('[B3] a ticket that was never opened, or has ended, is raised to none', () => {
  given().when(raise()).thenThrows(NotFound, 'unknown-ticket');
  given(opened(), cancelled()).when(raise('20:00')).thenThrows(NotPossible, 'ticket-cancelled');
  given(opened(), closed()).when(raise('20:00')).thenRefusedUnder('R10');
  given(opened()).when(raise('07:00')).thenThrows(Invalid, 'occurred-too-early');
});
