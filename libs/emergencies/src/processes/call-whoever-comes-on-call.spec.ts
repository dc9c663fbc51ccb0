import { describe, test } from '@jest/globals';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { ladderEvents, type LadderEvent } from '../domain/emergency.events.js';
import { exceptionMade, rosterSet } from '../testing/rosters.js';
import { callWhoeverComesOnCall } from './call-whoever-comes-on-call.js';

const { given } = processOf(callWhoeverComesOnCall);
const event = eventOf<LadderEvent>(LI_WEI);

const of = (ticket: string, ...events: readonly LadderEvent[]) =>
  recorded(`emergency-${ticket}`, events);
const unled = (ticket: string) => event('EmergencyRaised', { ticket, nextRungAfter: 10 });
const awaited = (ticket: string) => event('OnCallAwaited', { ticket, round: 2, next: at('02:10') });
const rung = (ticket: string, employees: readonly string[]) =>
  event('EscalationRungCalled', { ...{ ticket, round: 1, rung: 1, name: '值班' }, employees });

const roster = (name: string, ...events: readonly ReturnType<typeof exceptionMade>[]) =>
  recorded(`roster-${name}`, events);
const [set, swapped] = [rosterSet(at('09:00')), exceptionMade({ employees: ['li-wei'] })];
const look = (id: string) => ({ category: 'emergency', id, type: 'CallWhoIsOnCall', data: {} });

describe('[B3] call whoever comes on call', () => {
  test('looks at what was raised without a roster, at once and with each change of the roster', () => {
    given(
      ...of('T-1', unled('T-1')),
      ...of('T-2', unled('T-2')),
      ...recorded('roster-main', [set]),
      ...roster('main', swapped),
    ).thenCommands(...['T-1', 'T-2', 'T-1', 'T-2', 'T-1', 'T-2'].map(look));
  });

  test('looks at what nobody is on call for, also where a rung was passed over before', () => {
    given(...of('T-1', rung('T-1', []), awaited('T-1')), ...roster('main', swapped)).thenCommands(
      look('T-1'),
      look('T-1'),
    );
  });

  test('leaves what is raised under a roster alone', () => {
    const led = event('EmergencyRaised', ladderEvents.EmergencyRaised.sample);
    given(...of('T-1', led), ...roster('main', swapped)).thenNothing();
  });

  test.each([
    ['somebody is called', rung('T-1', ['li-wei'])],
    ['it is taken', event('EmergencyAcknowledged', { ticket: 'T-1', employee: 'ma', first: 'ma' })],
    ['it is over', event('EmergencyResolved', { ticket: 'T-1', by: 'restored' })],
  ])('is done once %s', (_, last) => {
    given(...of('T-1', unled('T-1'), last), ...roster('main', swapped)).thenCommands(look('T-1'));
  });

  test('follows no other roster than that of emergencies', () => {
    const other = { ...swapped, data: { ...swapped.data, roster: 'counter' } };
    given(...of('T-1', unled('T-1')), ...roster('counter', other)).thenCommands(look('T-1'));
  });
});
