import { test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { send } from '@app/processes';
import { processOf } from '@app/processes/src/testing/given-processes.js';
import { ticketStreams, type DiaryEvent } from '../contract.js';
import { lookAgainWhereSomebodyWas } from './look-again-where-somebody-was.js';

const DIARY = 'diary-li-wei-2026-03-02';
const event = eventOf<DiaryEvent>(LI_WEI);
const given = (...events: DiaryEvent[]) =>
  processOf(lookAgainWhereSomebodyWas).given(...recorded(DIARY, events));
const stay = { employee: 'li-wei', date: '2026-03-02', ticket: 'T-1', visit: 1 };
const judge = (ticket: string, { type, occurredAt }: DiaryEvent) =>
  send(ticketStreams, ticket, 'JudgeWhereabouts', {
    technician: 'li-wei',
    date: '2026-03-02',
    shownBy: { type, occurredAt, stream: DIARY },
  });

test('[R10] a leaving is looked at by the tickets that had told of coming elsewhere meanwhile', () => {
  const ended = event('StayEnded', { ...stay, meets: ['T-2', 'T-3'] }, '10:00');
  given(ended).thenCommands(judge('T-2', ended), judge('T-3', ended));
});

test('[R10] a coming is looked at by those that it bears on, and by its own ticket', () => {
  const began = event('StayBegan', { ...stay, meets: ['T-2'] }, '09:00');
  given(began).thenCommands(judge('T-2', began), judge('T-1', began));
});

test('stays that meet no other make nobody look', () => {
  given(event('StayBegan', stay, '09:00'), event('StayEnded', stay, '10:00')).thenNothing();
});
