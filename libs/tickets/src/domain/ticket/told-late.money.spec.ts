import { expect, test } from '@jest/globals';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { rowsOf } from '@app/projections/src/testing/given-events.js';
import { ticketDetail } from '../../read-models/ticket-detail/ticket-detail.projection.js';
import * as site from '../../testing/on-site.past.js';
import * as past from '../../testing/past.js';
import {
  at,
  command,
  DISPATCHER,
  event,
  inBatch,
  ticketAfter,
} from '../../testing/ticket.builders.js';
import type { TicketCommand } from './ticket.commands.js';
import { ticketDecider } from './ticket.decider.js';
import type { TicketEvent } from './ticket.events.js';
import type { OpenedTicket } from './ticket.state.js';

/* The office cancels at 09:40; Li Wei, who has not heard of it, comes, repairs and takes the money, all of which is told at 20:00. */

const visit = 1;
const cancelled = [
  past.opened(),
  past.fileReviewed(),
  past.faultAnalysed(),
  past.scheduled(),
  past.prepared(),
  past.departed(),
  past.visitCancelled('09:40'),
  past.cancelled('09:40'),
];
const signature = (image: string, time: string) => ({
  ...site.SIGNATURE,
  signedAt: at(time),
  image: image.repeat(64),
});
const known = { quietHours: [], elsewhere: [] };
const came = command('RecordArrival', { visit }, '10:00', { known });
const quote = command(
  'AcknowledgeCharge',
  { visit, quote: site.labourQuote('75.00', 'out-of-cover'), signature: signature('b', '10:05') },
  '10:05',
);
const start = command('StartWork', { visit }, '10:10', { known });
const repair = command(
  'CompleteRepair',
  { visit, cause: 'external', testResult: '正常', restored: true, photos: [] },
  '10:30',
  { known },
);
const pay = (time: string, amount = '75.00') =>
  command('CollectCharge', { visit, amount, method: 'cash', receipt: 'R-7' }, time);
const sign = command(
  'SignServiceRecord',
  { visit, satisfaction: 5, signature: signature('c', '10:40') },
  '10:40',
);
const leave = command('LeaveSite', { visit }, '11:00', { known });
const complete = command('CompleteVisit', { visit }, '11:05');

function sent(history: readonly TicketEvent[], ...steps: readonly TicketCommand[]) {
  const events = steps.reduce<readonly TicketEvent[]>(
    (before, step) => [...before, ...ticketDecider.decide(inBatch(step), ticketAfter(...before))],
    history,
  );
  const { detail } = rowsOf(ticketDetail, recorded('ticket-T', events)).get('T')!;
  const ticket: OpenedTicket = ticketAfter(...events);
  return { events, ticket, ofMoney: codes(ticket), detail };
}

const codes = ({ findings }: OpenedTicket) =>
  findings.filter(({ article }) => article === 'V23').map(({ code }) => code);

test.each([
  ['after the work', [came, quote, start, repair, pay('10:45')]],
  ['before it', [came, quote, pay('10:06'), start, repair]],
])(
  '[V17] [V23] who was paid %s on a ticket that had been cancelled took what was signed',
  (_, done) => {
    const { ofMoney, detail, ticket } = sent(cancelled, ...done, sign, leave, complete);
    expect(ofMoney).toEqual([]);
    expect(detail).toMatchObject({ status: 'cancelled', owed: '0.00', dueBack: '0.00' });
    expect(ticket.visits[0]).toMatchObject({ status: 'completed', money: { collected: '75.00' } });
  },
);

test('[V23] what was signed, done and not paid is owed on it, and the office collects it', () => {
  const { events, detail } = sent(cancelled, came, quote, start, repair, sign, leave);
  expect(detail).toMatchObject({ owed: '75.00' });
  const paid = { ...pay('16:00'), actor: DISPATCHER };
  const later = [...events, ...ticketDecider.decide(paid, ticketAfter(...events))];
  const row = rowsOf(ticketDetail, recorded('ticket-T', later)).get('T')!;
  expect(row.detail).toMatchObject({ owed: '0.00', dueBack: '0.00' });
});

test('[V23] what was paid ahead on it, and nothing done for, is due back, and no fault of who took it', () => {
  const { ofMoney, detail } = sent(cancelled, came, quote, pay('10:06'), leave);
  expect(ofMoney).toEqual([]);
  expect(detail).toMatchObject({ owed: '0.00', dueBack: '75.00' });
});

test('[V23] money is judged by what stood when it was taken, not by an end that came after', () => {
  const declined = [
    ...site.onSite,
    site.entitled(site.CHARGEABLE),
    site.quoteSigned('75.00', 'out-of-cover'),
    past.left(),
    past.resolved('15:00', 'declined'),
  ];
  expect(sent(declined, pay('10:06')).ofMoney).toEqual([]);
  expect(sent(declined, pay('15:01')).ofMoney).toEqual(['nothing-done-to-charge']);
  const completed = [
    ...site.onSite,
    site.entitled(site.CHARGEABLE),
    site.quoteSigned('75.00', 'out-of-cover'),
    site.signed(),
    past.left(),
    event('VisitCompleted', { visit, openFindings: [] }, '11:10'),
  ];
  expect(sent(completed, pay('10:06')).ofMoney).toEqual([]);
  expect(sent(completed, pay('11:11')).ofMoney).toEqual(['nothing-done-to-charge']);
});
