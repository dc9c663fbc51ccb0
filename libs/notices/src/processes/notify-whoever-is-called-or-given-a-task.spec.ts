import { expect, test } from '@jest/globals';
import { derivedId, type Actor } from '@app/kernel';
import { DISPATCHER, HOTLINE, LI_WEI } from '@app/kernel/src/testing/actors.js';
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

const about = { clock: 'response', due: at('10:00') } as const;
const warned = event('SlaWarned', { ...about, round: 1 });
const breached = event('SlaBreached', { ...ticketEventTypes.SlaBreached.sample, ...about });
const corrected = (verdict: 'met' | 'breached', of = 'SlaBreached') =>
  event('SlaCorrected', {
    ...ticketEventTypes.SlaCorrected.sample,
    ...{ ...about, verdict, corrects: { type: of, occurredAt: at('10:00') } },
  });
const by = <E extends object>(actor: Actor, each: E) => ({ ...each, actor });
const history = (...events: Parameters<typeof recorded>[1]) => recorded('ticket-T-1', events);
const calledBy = by(HOTLINE, call);
const planned = by(DISPATCHER, event('VisitScheduled', visit));
const assigned = (of: RecordedEvent) =>
  notice(of, 'li-wei', { kind: 'visit-assigned', visit: 1, window });

/** The notice to the supervisor of whoever plans the visits. */
function supervisors(of: RecordedEvent, told: NoticeAbout, planner: string, ...people: string[]) {
  const data = { notice: derivedId(of.id, 'supervisor'), ticket, district: '西湖区' };
  const rest = { about: told, since: at('09:00'), of: planner, told: people };
  return {
    ...{ category: 'notice', id: data.notice, type: 'NotifySupervisor' },
    data: { ...data, ...rest },
  };
}

test('[B2] warns who plans the visits and who is to make them, and of a breach their supervisor too', () => {
  const events = history(calledBy, planned, warned, breached);
  const [, scheduled, warning, breach] = events;
  const [late, over] = [
    { kind: 'sla-warned', ...about },
    { kind: 'sla-breached', ...about },
  ] as const;
  given(...events).thenCommands(
    assigned(scheduled!),
    notice(warning!, DISPATCHER.id, late),
    notice(warning!, 'li-wei', late),
    notice(breach!, DISPATCHER.id, over),
    notice(breach!, 'li-wei', over),
    supervisors(breach!, over, DISPATCHER.id, DISPATCHER.id, 'li-wei'),
  );
});

test('[B2] warns who took the call while nobody has planned a visit, and who reopened what had ended', () => {
  const late = { kind: 'sla-warned', ...about } as const;
  const unplanned = history(calledBy, warned);
  given(...unplanned).thenCommands(notice(unplanned[1]!, HOTLINE.id, late));
  const closed = event('TicketClosed', ticketEventTypes.TicketClosed.sample);
  const reopened = by(HOTLINE, event('TicketReopened', { reason: '又坏了' }));
  const again = history(calledBy, planned, closed, reopened, warned);
  const { district: _, ...nowhere } = notice(again[4]!, HOTLINE.id, late).data;
  given(...again).thenCommands(assigned(again[1]!), {
    ...notice(again[4]!, HOTLINE.id, late),
    data: nowhere,
  });
});

test.each([
  'VisitCancelled',
  'VisitCompleted',
  'CustomerAbsent',
  'NoShowRecorded',
  'TicketResolved',
] as const)('[B2] warns nobody of a time for a visit that is over: %s', (type) => {
  const over = event(type, { ...ticketEventTypes[type].sample, visit: 1 });
  const events = history(calledBy, planned, over, warned);
  const told = notice(events[3]!, DISPATCHER.id, { kind: 'sla-warned', ...about });
  const commands = processOf(notifyWhoeverIsCalledOrGivenATask).given(...events);
  commands.thenCommands(
    assigned(events[1]!),
    ...(type === 'VisitCancelled'
      ? [notice(events[2]!, 'li-wei', { kind: 'visit-given-up', visit: 1 })]
      : []),
    told,
  );
});

test('[B2] tells all whom it told of a breach that there was none, and of one that comes to light', () => {
  const none = { kind: 'sla-corrected', clock: 'response', verdict: 'met' } as const;
  const events = history(calledBy, corrected('met'), corrected('breached', 'SlaMet'));
  const [, kept, late] = events;
  const over = { kind: 'sla-breached', ...about } as const;
  given(...events).thenCommands(
    notice(kept!, HOTLINE.id, none),
    supervisors(kept!, none, HOTLINE.id, HOTLINE.id),
    notice(late!, HOTLINE.id, over),
    supervisors(late!, over, HOTLINE.id, HOTLINE.id),
  );
  // That a kept time is none after all because the ticket ended first is nobody's to act on.
  const ended = { ...corrected('met', 'SlaMet') };
  given(...history(calledBy, ended)).thenNothing();
});

test('tells whoever was to make a visit that another does, or that they come along no more', () => {
  const told = { channel: 'phone', at: at('09:00'), by: 'zhao-min', apologised: true } as const;
  const swap = { ...visit, technician: 'wang-fang', reason: '换人', told };
  const along = { visit: 1, technician: 'chen-gang', reason: '不需要' };
  const events = history(
    call,
    event('VisitScheduled', visit),
    event('VisitRescheduled', swap),
    event('TechnicianRemoved', along),
  );
  const [, first, second, third] = events;
  const away = { kind: 'visit-given-up', visit: 1 } as const;
  given(...events).thenCommands(
    assigned(first!),
    notice(second!, 'wang-fang', { kind: 'visit-assigned', visit: 1, window }),
    notice(second!, 'li-wei', away),
    notice(third!, 'chen-gang', away),
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
    notice(unassigned!, 'li-wei', { kind: 'visit-given-up', visit: 1 }),
    notice(unassigned!, 'zhao-min', { kind: 'visit-unassigned', visit: 1 }),
  );
  given(opened!, scheduled!, byHand!).thenCommands(
    notice(scheduled!, 'li-wei', about),
    notice(byHand!, 'li-wei', { kind: 'visit-given-up', visit: 1 }),
  );
});

test('[D40] tells whoever collected money that it is demanded of them', () => {
  const collectedAt = at('10:00');
  const [demanded] = recorded('ticket-T-1', [
    event('MoneyDemanded', { visit: 1, employee: 'li-wei', amount: '180.00', collectedAt }),
  ]);
  given(opened!, demanded!).thenCommands(
    notice(demanded!, 'li-wei', { kind: 'money-demanded', visit: 1, amount: '180.00' }),
  );
});

test('[D40] tells them too that the demand is withdrawn, and what is left of it', () => {
  const [withdrawn] = recorded('ticket-T-1', [
    event('MoneyDemandWithdrawn', {
      visit: 1,
      employee: 'li-wei',
      demandedAt: at('10:00'),
      amount: '180.00',
      rest: '20.00',
    }),
  ]);
  const about = {
    kind: 'money-demand-withdrawn',
    visit: 1,
    amount: '180.00',
    rest: '20.00',
  } as const;
  given(opened!, withdrawn!).thenCommands(notice(withdrawn!, 'li-wei', about));
});

test('keeps nothing of a ticket that has ended', () => {
  const closed = event('TicketClosed', ticketEventTypes.TicketClosed.sample);
  const [ended] = recorded('ticket-T-1', [closed]);
  const process = notifyWhoeverIsCalledOrGivenATask;
  expect(process.evolve(process.initialState, ended as never)).toBeUndefined();
});
