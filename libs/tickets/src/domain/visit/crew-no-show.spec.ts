import { Invalid, NotPossible, type LocalTime } from '@app/kernel';
import { expect, test } from '@jest/globals';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  givenFor,
  inBatch,
  LI_WEI,
  ticketAfter,
  WANG_FANG,
} from '../../testing/ticket.builders.js';
import { diaryCommands } from '../diary/diary.commands.js';
import type { TicketCommand } from '../ticket/ticket.commands.js';
import { ticketDecider } from '../ticket/ticket.decider.js';
import type { TicketEvent } from '../ticket/ticket.events.js';
import type { OpenedTicket } from '../ticket/ticket.state.js';

/* Li Wei came at 09:30 of 09:00–11:00; Wang Fang was to come along, and did not. */

const given = givenFor(ticketDecider.decide);
const visit = 1;
const wang = WANG_FANG.id;
const planned = [past.opened({ lineFault: false }), past.scheduled()];
const along = event('TechnicianAdded', { visit, technician: wang }, '08:25', DISPATCHER);
const ready = [past.fileReviewed(), past.faultAnalysed(), past.prepared(), past.departed('08:50')];
const unready = event(
  'FindingRecorded',
  { finding: 1, article: 'V6', code: 'file-not-reviewed', visit, person: wang },
  '08:50',
);
const came = [...planned, along, ...ready, unready, past.arrived(), site.greeted()];
const said = { visit, technician: wang, reason: '睡过头' };
const noShow = (time: LocalTime = '11:05', technician = wang) =>
  command('RecordNoShow', { ...said, technician }, time, { by: DISPATCHER });
const missed = event('CrewNoShowRecorded', said, '11:05', DISPATCHER);
const foundOf = (person: string, finding = 2) =>
  past.found(finding, 'V7', 'no-show', { person, remark: '睡过头' });
const arrive = (time: LocalTime) =>
  command('RecordArrival', { visit }, time, { by: WANG_FANG, known: { elsewhere: [] } });

function after(history: readonly TicketEvent[], ...asked: TicketCommand[]): OpenedTicket {
  return asked.reduce(
    (ticket, each) =>
      ticketDecider
        .decide(each, ticket)
        .reduce((next, one) => ticketDecider.evolve(next, one) as OpenedTicket, ticket),
    ticketAfter(...history),
  );
}

const standing = ({ findings }: OpenedTicket) =>
  findings.flatMap(({ person, code, status }) =>
    status === 'open' ? [`${person ?? ''} ${code}`] : [],
  );

test('[V7] one person’s own no-show is found of them alone, and what they owed before it is not', () => {
  const events = given(...came)
    .when(noShow())
    .events();
  expect(events.map(({ type }) => type)).toEqual([
    'CrewNoShowRecorded',
    'FindingRecorded',
    'FindingWithdrawn',
  ]);
  given(...came.filter((each) => each !== unready))
    .when(noShow())
    .then(missed, foundOf(wang, 1));
  expect(after(came, noShow()).visits[0]).toMatchObject({
    status: 'on-site',
    present: [LI_WEI.id],
    own: { [wang]: { noShowAt: at('11:05') } },
  });
});

test('[V7] not before the hour that the customer was told is over, nor twice', () => {
  given(...came)
    .when(noShow('10:59'))
    .thenThrows(Invalid, 'still-expected');
  given(...came, missed)
    .when(noShow('11:06'))
    .thenThrows(NotPossible, 'no-show-recorded');
});

test('[V7] nor of whoever came, did something there, or is not on the visit', () => {
  const alone = event('TechnicianArrived', { visit, technician: wang }, '10:00', WANG_FANG);
  const theirs = site.labourLogged('10:00', '10:30');
  const hours = { ...theirs, data: { ...theirs.data, technician: wang } } as TicketEvent;
  for (const there of [alone, hours])
    given(...came, past.workStarted(), there)
      .when(noShow())
      .thenThrows(NotPossible, 'technician-came');
  given(...came)
    .when(noShow('11:05', LI_WEI.id))
    .thenThrows(NotPossible, 'technician-came');
  given(...came)
    .when(noShow('11:05', 'zhang-qiang'))
    .thenThrows(NotPossible, 'technician-not-on-visit');
  given(...planned, along)
    .when(noShow())
    .thenThrows(NotPossible, 'visit-scheduled');
});

test('[V7] also when the others have left; whoever was called to them later was promised to nobody', () => {
  given(...came, past.left('11:00'))
    .when(noShow('11:30'))
    .then(
      missed,
      foundOf(wang),
      event('FindingWithdrawn', {
        finding: 1,
        article: 'V6',
        disprovedBy: { type: 'CrewNoShowRecorded', occurredAt: at('11:30') },
      }),
    );
  const called = event('TechnicianAdded', { visit, technician: wang }, '10:00', DISPATCHER);
  given(...planned, ...ready, past.arrived(), called)
    .when(noShow())
    .then(missed);
});

test('[V7] the responsible technician can fail to come to others as well', () => {
  const alone = event('TechnicianArrived', { visit, technician: wang }, '09:30', WANG_FANG);
  given(...planned, along, alone)
    .when(noShow('11:05', LI_WEI.id))
    .then(event('CrewNoShowRecorded', { ...said, technician: LI_WEI.id }), foundOf(LI_WEI.id, 1));
});

test('[V7] who comes after all, told late or at once, did not fail to come, and is late', () => {
  const history = [...came, past.workStarted()];
  const late = after(history, noShow(), inBatch(arrive('10:00')));
  expect(standing(late)).not.toContain(`${wang} no-show`);
  expect(standing(late)).toContain(`${wang} file-not-reviewed`);
  expect(late.visits[0]!.own[wang]).toMatchObject({ arrivedAt: at('10:00'), noShowAt: undefined });
  const atOnce = after(history, noShow(), arrive('11:20'));
  expect(standing(atOnce)).toContain(`${wang} late-arrival`);
  expect(standing(atOnce)).not.toContain(`${wang} no-show`);
  const [, corrected] = given(...history, missed)
    .when(arrive('11:20'))
    .events();
  expect(corrected).toMatchObject({
    type: 'CrewNoShowCorrected',
    data: { visit, technician: wang, noShowAt: at('11:05') },
  });
});

test('[R10] they were not at the customer’s, and are free', () => {
  const asked = diaryCommands([missed], ticketAfter(...came), { commandId: 'c-1' });
  expect(asked).toMatchObject([
    {
      stream: `diary-${wang}-2026-03-02`,
      commands: [
        { type: 'WithdrawStay', occurredAt: at('09:30') },
        { type: 'ReleaseVisit', occurredAt: at('11:05') },
      ],
    },
  ]);
});

test('[V7] where nobody came each is found, and who did come after all clears only themself', () => {
  const history = [...planned, along, ...ready];
  const nobody = command('RecordNoShow', { visit }, '11:05', { by: DISPATCHER });
  expect(standing(after(history, nobody))).toEqual([`${LI_WEI.id} no-show`, `${wang} no-show`]);
  const setOut = event('TechnicianDeparted', { visit, technician: wang }, '08:55', WANG_FANG);
  const came = after([...history, setOut], nobody, inBatch(arrive('10:00')));
  expect(standing(came)).toContain(`${LI_WEI.id} no-show`);
  expect(standing(came)).not.toContain(`${wang} no-show`);
  const both = command('RecordArrival', { visit }, '10:30', { known: { elsewhere: [] } });
  const all = after([...history, setOut], nobody, inBatch(arrive('10:00')), inBatch(both));
  expect(standing(all).filter((each) => each.endsWith('no-show'))).toEqual([]);
});
