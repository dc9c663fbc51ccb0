import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { ticketEventTypes, type TicketEvent } from '@app/tickets';
import { expect, test } from '@jest/globals';
import type { StoryEvent } from '../domain/complaint.events.js';
import {
  ACKNOWLEDGE_BY,
  after,
  ANSWER_BY,
  closed,
  receive,
  record,
} from '../testing/complaints.js';
import { carryWhatAJoinedComplaintSays } from './carry-what-a-joined-complaint-says.js';
import { openCaseWhenAComplaintIsUpheld } from './open-case-when-a-complaint-is-upheld.js';
import { openComplaintWhenAFollowUpIsBad } from './open-complaint-when-a-follow-up-is-bad.js';
import { watchTheTermsOfAComplaint } from './watch-the-terms-of-a-complaint.js';

const event = eventOf<StoryEvent>(LI_WEI);
const ofTicket = eventOf<TicketEvent>(LI_WEI);
const complaint = 'TS-1';
const send = (id: string, type: string, data: object = {}) => ({
  ...{ category: 'complaint', id, type, data },
});
const second = (time: string) => new Date(Date.parse(time) + 1_000).toISOString();

test('[R7] [R9] a complaint is looked at when a term is to be warned of, and a second after it ran out', () => {
  const look = send(complaint, 'LookAtTerms');
  processOf(watchTheTermsOfAComplaint)
    .given(...recorded('complaint-TS-1', after(receive())))
    .thenCommands(
      { deadline: 'acknowledge-warning', at: at('10:30'), send: look },
      { deadline: 'acknowledge-lapse', at: second(ACKNOWLEDGE_BY), send: look },
      { withdraw: 'acknowledge-calendar' },
      { deadline: 'answer-warning', at: at('02:15', 3), send: look },
      { deadline: 'answer-lapse', at: second(ANSWER_BY), send: look },
      { withdraw: 'answer-calendar' },
    );
});

test('[R9] and as soon as the year of the calendar is published for which a term waits', () => {
  const term = { complaint, term: 'answer', round: 1, from: at('09:00'), awaits: '2027' } as const;
  processOf(watchTheTermsOfAComplaint)
    .given(...recorded('complaint-TS-1', [event('ComplaintTermSet', term)]))
    .thenCommands({
      ...{ deadline: 'answer-calendar', at: { after: at('09:00'), published: '2027' } },
      send: send(complaint, 'LookAtTerms'),
    });
});

test('[R9] nothing is watched of a term that is kept, nor of a complaint that is over', () => {
  const withdrawn = (term: string) =>
    ['warning', 'lapse', 'calendar'].map((moment) => ({ withdraw: `${term}-${moment}` }));
  const ended = after(...closed).filter(({ type }) => type === 'ComplaintClosed');
  const kept = event('ComplaintTermKept', {
    ...{ complaint, term: 'acknowledge', round: 1, due: ACKNOWLEDGE_BY },
  });
  processOf(watchTheTermsOfAComplaint)
    .given(...recorded('complaint-TS-1', [kept, ...ended]))
    .thenCommands(...withdrawn('acknowledge'), ...withdrawn('acknowledge'), ...withdrawn('answer'));
});

test('[R9] what a joined complaint says is carried to the other, also what is added, until it is reopened', () => {
  const more = { complaint, words: '…', points: [{ point: 2, about: 'charge' }] } as const;
  const said = after(receive(), record()).filter(({ type }) => type === 'ComplaintRecorded');
  const points = [{ point: 1, about: 'integrity', employee: 'li-wei' }];
  processOf(carryWhatAJoinedComplaintSays)
    .given(
      ...recorded('complaint-TS-1', [
        ...said,
        event('ComplaintJoined', { complaint, to: 'TS-2' }),
        event('ComplaintRecorded', more),
        event('ComplaintReopened', { complaint, round: 2, words: '…' }),
        event('ComplaintRecorded', { ...more, points: [{ point: 3, about: 'other' }] }),
      ]),
    )
    .thenCommands(
      send('TS-2', 'TakeJoinedComplaint', { joined: complaint, points }),
      send('TS-2', 'TakeJoinedComplaint', { joined: complaint, points: more.points }),
    );
});

test('[R6] a bad answer to a follow-up is a complaint, in the customer’s words; a good one is none', () => {
  const { sample } = ticketEventTypes.FollowUpMade;
  const bad = ofTicket('FollowUpMade', { ...sample, satisfied: false, answer: '又不制冷了' });
  const good = ofTicket('FollowUpMade', { ...sample, satisfied: true });
  const given = processOf(openComplaintWhenAFollowUpIsBad).given;
  given(...recorded('ticket-T-1', [good, bad])).thenCommands(
    send('F2-T-1', 'ReceiveComplaint', {
      ...{ complaint: 'F2-T-1', channel: 'follow-up', ticket: 'T-1', words: '又不制冷了' },
      points: [{ about: 'workmanship' }],
      heardBy: LI_WEI.id,
    }),
  );
  const long = 't'.repeat(64);
  const [other] = recorded(`ticket-${long}`, [bad]);
  const [command] = openComplaintWhenAFollowUpIsBad.react(other as never, null);
  expect(command).toMatchObject({ id: other!.id });
});

test('[R9] [D39] a point that is upheld under a clause of document 2 opens a case, and no other does', () => {
  const point = { complaint, round: 1, point: 2, about: 'integrity', reason: '…' } as const;
  const happenedAt = '2025-12-31T16:30:00.000Z';
  const conduct = { article: 'D39', clause: 'vehicle', happenedAt } as const;
  const of = { ...point, employee: LI_WEI.id };
  const upheld = (data: StoryEvent['data']) => event('ComplaintUpheld', data as never);
  processOf(openCaseWhenAComplaintIsUpheld)
    .given(...recorded('complaint-TS-1', [upheld(point), upheld(of), upheld({ ...of, conduct })]))
    .thenCommands({
      ...{ category: 'standing', id: LI_WEI.id, type: 'OpenCase' },
      data: {
        ...{ employee: LI_WEI.id, year: '2026', article: 'D39', clause: 'vehicle', happenedAt },
        facts:
          '投诉 TS-1 第 2 点经调查属实 / point 2 of complaint TS-1 was investigated and upheld',
        matter: 'TS-1.2',
      },
    });
});
