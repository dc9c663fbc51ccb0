import { describe, expect, test } from '@jest/globals';
import { Invalid, NotFound, NotPossible } from '@app/kernel';
import { clocksSet } from '../../testing/clocks.past.js';
import { POLICY_TERMS } from '../../testing/intake.js';
import {
  cancelled,
  closed,
  opened,
  reopened,
  repaired,
  resolved,
  scheduled,
} from '../../testing/past.js';
import {
  at,
  command,
  event,
  givenFor,
  HOTLINE,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import { raiseToEmergency } from './raise-to-emergency.js';

const given = givenFor(raiseToEmergency);
const called = [opened(), ...clocksSet];
const reason = '水漫到配电间';
const raise = (time = '08:30') =>
  command('RaiseToEmergency', { reason }, time as '08:30', {
    by: HOTLINE,
    known: { sla: POLICY_TERMS },
  });
const raised = event('TicketRaisedToEmergency', { reason }, '08:30');

test('[B3] a ticket is raised to an emergency, once', () => {
  given(...called)
    .when(raise())
    .then(raised);
  given(...called, raised)
    .when(raise())
    .thenThrows(NotPossible, 'is-an-emergency');
  given(opened({ emergency: true }))
    .when(raise())
    .thenThrows(NotPossible, 'is-an-emergency');
  expect(ticketAfter(opened(), raised)).toMatchObject({ emergency: true });
});

test('[B3] one that a repair has ended is raised anew, and by its reopening is one again', () => {
  const emergency = opened({ emergency: true });
  const past = [emergency, ...clocksSet, scheduled(), repaired()];
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
    ...called,
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

describe('[B2, B3] what was no report of a fault has the clocks of one from the raising on', () => {
  const SOURCES = ['walk-in', 'letter', 'periodic-maintenance'] as const;
  const own = { ...POLICY_TERMS, terms: 'HT-1', response: 60, restoration: 180 };
  const clocks = (past: ReturnType<typeof opened>, sla = POLICY_TERMS) =>
    given(past)
      .when(command('RaiseToEmergency', { reason }, '10:30', { by: HOTLINE, known: { sla } }))
      .events()
      .slice(1)
      .map(({ data }) => data);

  test.each(SOURCES)('a %s', (source) => {
    expect(clocks(opened({ source }))).toMatchObject([
      { clock: 'response', round: 1, from: at('10:30'), due: at('12:30'), warnAt: at('12:00') },
      { clock: 'restoration', round: 1, from: at('10:30'), due: at('14:30'), terms: 'default' },
    ]);
  });

  test('restoration only of an ordinary line fault, or where a contract says so', () => {
    const source = 'walk-in' as const;
    const other = opened({ source, lineFault: false });
    expect(clocks(other)).toMatchObject([{ clock: 'response' }]);
    expect(clocks(other, own)).toMatchObject([
      { clock: 'response', due: at('11:30'), terms: 'HT-1' },
      { clock: 'restoration', due: at('13:30') },
    ]);
  });

  test('those of a report run since its call, and none since its raising', () => {
    given(opened(), ...clocksSet)
      .when(raise())
      .then(raised);
  });

  test('none where the ticket has ended, until it is reopened', () => {
    const past = [opened({ source: 'walk-in' }), scheduled(), repaired(), resolved()];
    given(...past)
      .when(raise('18:30'))
      .then(event('TicketRaisedToEmergency', { reason }, '18:30'));
  });
});
