import { expect, test } from '@jest/globals';
import { derivedId } from '@app/kernel';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at, span } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import type { RecordedEvent } from '@app/event-store';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import type { EmergencyLadderEvent } from '@app/emergencies';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { ticketEventTypes, type TicketEvent } from '@app/tickets';
import type { NoticeAbout } from '../domain/notice.events.js';
import { notifyWhoeverIsCalledOrGivenATask } from './notify-whoever-is-called-or-given-a-task.js';

const { given } = processOf(notifyWhoeverIsCalledOrGivenATask);
const event = eventOf<TicketEvent | EmergencyLadderEvent>(LI_WEI);

const ticket = 'T-1';
const call = event('TicketOpened', {
  ...ticketEventTypes.TicketOpened.sample,
  address: '西湖区紫金港路 66 号兰亭花园 3 幢',
});
const [opened] = recorded('ticket-T-1', [call]);
const window = span('09:00', '11:00');
const visit = { visit: 1, technician: 'li-wei', window, atCustomersWish: false };

/** The notice of an event to a person, and nothing of the customer in it but the district. */
function notice(of: RecordedEvent, employee: string, about: NoticeAbout, district = '西湖区') {
  const notice = derivedId(of.id, employee);
  const data = { notice, employee, ticket, district, about, since: at('09:00') };
  return { category: 'notice', id: notice, type: 'GiveNotice', data };
}

test('[B3] tells all who are called of an emergency, each once', () => {
  const rung = { round: 1, rung: 2, name: '值班主管', employees: ['chen-gang', 'liu-yang'] };
  const [called, manager] = recorded('emergency-T-1', [
    event('EscalationRungCalled', { ticket, ...rung, next: at('09:10') }),
    event('GeneralManagerCalled', { ticket, round: 2, employee: 'ma-guoqiang' }),
  ]);
  const about = { kind: 'rung-called', rung: 2, name: '值班主管' } as const;
  given(opened!, called!, manager!).thenCommands(
    notice(called!, 'chen-gang', about),
    notice(called!, 'liu-yang', about),
    notice(manager!, 'ma-guoqiang', { kind: 'general-manager-called' }),
  );
});

test('tells a technician of a visit, of its new time, and whoever comes along', () => {
  const told = { channel: 'phone', at: at('09:00'), by: 'zhao-min', apologised: true } as const;
  const later = { ...visit, window: span('14:00', '16:00'), reason: '缺件', told };
  const [scheduled, rescheduled, added] = recorded('ticket-T-1', [
    event('VisitScheduled', visit),
    event('VisitRescheduled', later),
    event('TechnicianAdded', { visit: 1, technician: 'wang-fang' }),
  ]);
  const about = (window: typeof visit.window) =>
    ({ kind: 'visit-assigned', visit: 1, window }) as const;
  given(opened!, scheduled!, rescheduled!, added!).thenCommands(
    notice(scheduled!, 'li-wei', about(window)),
    notice(rescheduled!, 'li-wei', about(later.window)),
    notice(added!, 'wang-fang', about(later.window)),
  );
});

test('goes by the address as it was corrected, and names no district where it has none', () => {
  const [corrected, scheduled] = recorded('ticket-T-1', [
    event('IntakeCorrected', { address: '滨江区江南大道', before: {}, reason: '听错' }),
    event('VisitScheduled', visit),
  ]);
  const about = { kind: 'visit-assigned', visit: 1, window } as const;
  given(opened!, corrected!, scheduled!).thenCommands(
    notice(scheduled!, 'li-wei', about, '滨江区'),
  );
  const { district: _, ...nowhere } = notice(scheduled!, 'li-wei', about).data;
  given(scheduled!).thenCommands({ ...notice(scheduled!, 'li-wei', about), data: nowhere });
});

test('[D7] tells whoever planned a visit that its technician was dismissed, and nobody of what people call off', () => {
  const process = { id: 'unassign-visits-of-whoever-is-dismissed', role: 'process' };
  const called = { visit: 1, reason: '技术员被解雇' };
  const planner = { id: 'zhao-min', role: 'dispatcher' };
  const [scheduled, unassigned, byHand] = recorded('ticket-T-1', [
    { ...event('VisitScheduled', visit), actor: planner },
    { ...event('VisitCancelled', called), actor: process },
    { ...event('VisitCancelled', called), actor: planner },
  ]);
  const about = { kind: 'visit-assigned', visit: 1, window } as const;
  given(opened!, scheduled!, unassigned!).thenCommands(
    notice(scheduled!, 'li-wei', about),
    notice(unassigned!, 'zhao-min', { kind: 'visit-unassigned', visit: 1 }),
  );
  given(opened!, scheduled!, byHand!).thenCommands(notice(scheduled!, 'li-wei', about));
});

test('keeps nothing of a ticket that has ended', () => {
  const closed = event('TicketClosed', ticketEventTypes.TicketClosed.sample);
  const [ended] = recorded('ticket-T-1', [closed]);
  const process = notifyWhoeverIsCalledOrGivenATask;
  expect(process.evolve(process.initialState, ended as never)).toBeUndefined();
});
