import { expect, test } from '@jest/globals';
import type { StoryEvent } from '@app/complaints';
import type { RecordedEvent } from '@app/event-store';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { derivedId, type Actor } from '@app/kernel';
import { HOTLINE, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import type { NoticeAbout } from '../domain/notice.events.js';
import { notifyWhenAContractIsProposed } from './notify-when-a-contract-is-proposed.js';
import { notifyWhoHandlesAComplaint } from './notify-who-handles-a-complaint.js';

const { given } = processOf(notifyWhoHandlesAComplaint);
const complaint = 'TS-1';
const CLOCK: Actor = { id: 'watch-the-terms-of-a-complaint', role: 'process' };
const by = (actor: Actor) => eventOf<StoryEvent>(actor);
const due = at('11:00');
const term = (of: 'acknowledge' | 'answer', type: 'ComplaintTermWarned' | 'ComplaintTermMissed') =>
  by(CLOCK)(type, { complaint, term: of, round: 1, due });
const warned = (of: 'acknowledge' | 'answer') => term(of, 'ComplaintTermWarned');
const missed = (of: 'acknowledge' | 'answer') => term(of, 'ComplaintTermMissed');
const received = (actor: Actor = HOTLINE, more: object = {}) =>
  by(actor)('ComplaintReceived', { complaint, channel: 'phone', anonymous: false, ...more });
const says = (employee: string, actor: Actor = HOTLINE) =>
  by(actor)('ComplaintRecorded', {
    complaint,
    words: '…',
    points: [{ point: 1, about: 'conduct', employee }],
  });
const assigned = (investigator: string, actor: Actor = SUPERVISOR) =>
  by(actor)('InvestigatorAssigned', { complaint, round: 1, investigator });
const told = (...events: StoryEvent[]) => recorded('complaint-TS-1', events);

const aboutOf = (kind: 'complaint-term-warned' | 'complaint-term-missed', of: string) =>
  ({ kind, complaint, term: of, due }) as NoticeAbout;

function notice(of: RecordedEvent, employee: string, about: NoticeAbout) {
  const id = derivedId(of.id, employee);
  const data = { notice: id, employee, about, since: of.occurredAt };
  return { category: 'notice', id, type: 'GiveNotice', data };
}
function toSupervisor(of: RecordedEvent, person: string, about: NoticeAbout, except: string[]) {
  const id = derivedId(of.id, 'supervisor');
  const data = { notice: id, about, since: of.occurredAt, of: person, told: except };
  return { category: 'notice', id, type: 'NotifySupervisor', data };
}
const toInvestigate = { kind: 'complaint-assigned', complaint } as const;

test('[R7] who spoke with the customer is warned that an apology is due, and is told with their supervisor when none was made', () => {
  const events = told(received(), warned('acknowledge'), missed('acknowledge'));
  const [, warning, lapse] = events;
  const over = aboutOf('complaint-term-missed', 'acknowledge');
  given(...events).thenCommands(
    notice(warning!, HOTLINE.id, aboutOf('complaint-term-warned', 'acknowledge')),
    notice(lapse!, HOTLINE.id, over),
    toSupervisor(lapse!, HOTLINE.id, over, [HOTLINE.id]),
  );
});

test('[R9] whoever is to investigate is told so; the answer is asked of them, of who chose them and of the clerk', () => {
  const events = told(
    received(),
    assigned('zhao-min'),
    warned('acknowledge'),
    warned('answer'),
    by(SUPERVISOR)('ComplaintReopened', { complaint, round: 2, words: '…' }),
    warned('answer'),
  );
  const [, chosen, apology, answer, , anew] = events;
  const about = aboutOf('complaint-term-warned', 'answer');
  given(...events).thenCommands(
    notice(chosen!, 'zhao-min', toInvestigate),
    notice(apology!, HOTLINE.id, aboutOf('complaint-term-warned', 'acknowledge')),
    notice(answer!, HOTLINE.id, about),
    notice(answer!, 'zhao-min', about),
    notice(answer!, SUPERVISOR.id, about),
    notice(anew!, SUPERVISOR.id, about),
  );
});

test('[R9] nobody who is complained of is told anything, whoever they are, nor whom they chose', () => {
  const clerk = told(received(), says(HOTLINE.id), warned('acknowledge'));
  given(...clerk).thenNothing();
  const chooser = told(
    received(),
    assigned('zhao-min'),
    says(SUPERVISOR.id),
    warned('answer'),
    missed('answer'),
  );
  const [, chosen, , warning, lapse] = chooser;
  const over = aboutOf('complaint-term-missed', 'answer');
  given(...chooser).thenCommands(
    notice(chosen!, 'zhao-min', toInvestigate),
    notice(warning!, HOTLINE.id, aboutOf('complaint-term-warned', 'answer')),
    notice(lapse!, HOTLINE.id, over),
    toSupervisor(lapse!, HOTLINE.id, over, [HOTLINE.id, SUPERVISOR.id]),
  );
});

test.each([
  [
    'by what was joined',
    by(CLOCK)('JoinedComplaintTaken', {
      ...{ complaint, joined: 'TS-2' },
      points: [{ point: 2, numbered: 1, about: 'conduct', employee: 'zhao-min' }],
    }),
  ],
  [
    'by the verdict',
    by(SUPERVISOR)('ComplaintUpheld', {
      ...{ complaint, round: 1, point: 1, about: 'conduct', reason: '…', employee: 'zhao-min' },
    }),
  ],
])('[R9] nor who turns out to be complained of %s', (_, event) => {
  const events = told(received(), assigned('zhao-min'), event, warned('answer'));
  const [, chosen, , warning] = events;
  const about = aboutOf('complaint-term-warned', 'answer');
  given(...events).thenCommands(
    notice(chosen!, 'zhao-min', toInvestigate),
    notice(warning!, HOTLINE.id, about),
    notice(warning!, SUPERVISOR.id, about),
  );
});

test('[R6] of a bad answer to a follow-up who asked is told; a message that nobody received, whoever takes it up', () => {
  const process: Actor = { id: 'open-complaint-when-a-follow-up-is-bad', role: 'process' };
  const heard = told(received(process, { heardBy: 'zhao-min' }), warned('acknowledge'));
  const about = aboutOf('complaint-term-warned', 'acknowledge');
  given(...heard).thenCommands(notice(heard[1]!, 'zhao-min', about));
  const site: Actor = { id: 'client:website', role: 'integrator' };
  const nobodys = told(
    received(site),
    warned('acknowledge'),
    by(HOTLINE)('ApologyOffered', { complaint, round: 1, channel: 'phone' }),
    warned('answer'),
  );
  const answer = aboutOf('complaint-term-warned', 'answer');
  given(...nobodys).thenCommands(notice(nobodys[3]!, HOTLINE.id, answer));
});

test('[B2] whoever keeps the file of a unit is told to offer a contract before its warranty ends', () => {
  const process = notifyWhenAContractIsProposed;
  const unit = 'U-1';
  const until = '2027-03-17';
  const moved = (actor: Actor) => ({ ...base('UnitMoved'), data: { unit, before: {} }, actor });
  const base = (type: string) => ({ id: derivedId('e', type), type, occurredAt: at('09:00') });
  const proposed = {
    ...base('ContractProposed'),
    data: { unit, product: '弱电系统', customer: 'C-1', until },
    actor: CLOCK,
  };
  const keptBy = (...events: object[]) =>
    events.reduce((state: object, each) => process.evolve(state, each as never)!, {});
  const kept = keptBy(moved(HOTLINE), moved(SUPERVISOR), proposed);
  expect(process.react(proposed as never, kept)).toEqual([
    notice(proposed as never, SUPERVISOR.id, { kind: 'contract-proposed', unit, until }),
  ]);
  expect(process.react(proposed as never, keptBy(proposed))).toEqual([]);
  expect(process.react(moved(HOTLINE) as never, kept)).toEqual([]);
  const client: Actor = { id: 'client:erp', role: 'integrator' };
  expect(process.react(proposed as never, keptBy(moved(client)))).toEqual([]);
});
