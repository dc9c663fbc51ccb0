import { expect, test } from '@jest/globals';
import { Forbidden, Invalid, NotFound, type Actor, type Span } from '@app/kernel';
import { requested } from '@app/event-store/src/testing/requests.js';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { working } from '../testing/on-site.past.js';
import { opened, scheduled } from '../testing/past.js';
import { at, event, LI_WEI, span, ticketAfter, WANG_FANG } from '../testing/ticket.builders.js';
import { Diaries } from './diaries.js';
import { OtherContexts } from './other-contexts.js';
import { TicketDecisionContext } from './decision-context.js';

const none = undefined as never;

/** Labour is asked about; `read` are the streams that were loaded for it. */
async function asked(
  labour: Span,
  { visit = 1, actor = LI_WEI }: { visit?: number; actor?: Actor },
) {
  const contexts = new StatedContexts(() => ({ bookings: [], hours: [], stays: [] }));
  const known = new TicketDecisionContext(none, none, new Diaries(none, contexts));
  const data = { visit, workType: '维修', span: labour };
  const request = requested('LogLabour', 'T-1', data, { actor, occurredAt: at('11:00') });
  const outcome = await known
    .logLabour(request, ticketAfter(...working))
    .catch((error: unknown) => error);
  return { read: contexts.asked, outcome };
}

const century = { from: '1500-01-01T00:00:00.000Z', until: at('10:30') };

test('[R10] a span of centuries is refused before a single diary is read', async () => {
  const { read, outcome } = await asked(century, {});
  expect(outcome).toBeInstanceOf(Invalid);
  expect(read).toEqual([]);
});

test('[R10] nor is a diary read for a visit that there is not, or that is another’s', async () => {
  const noVisit = await asked(span('10:00', '10:30'), { visit: 7 });
  expect(noVisit.outcome).toBeInstanceOf(NotFound);
  const another = await asked(span('10:00', '10:30'), { actor: WANG_FANG });
  expect(another.outcome).toBeInstanceOf(Forbidden);
  expect([...noVisit.read, ...another.read]).toEqual([]);
});

test('[R10] the diary of the day is read for labour that can be', async () => {
  const { read, outcome } = await asked(span('10:00', '10:30'), {});
  expect(outcome).toEqual({ logged: [] });
  expect(read).toEqual(['diary-li-wei-2026-03-02']);
});

test('[N12] a ticket is not opened for a customer who is not on file, with a site or without', async () => {
  const nobody = new StatedContexts(() => ({ status: 'none' }));
  const known = new TicketDecisionContext(new OtherContexts(nobody), none, none);
  const open = (site?: string) => {
    const data = { ticket: 'T-1', source: 'hotline', fault: '不制冷', customer: 'ghost', site };
    return known.openTicket({ data, occurredAt: at('08:00') } as never);
  };
  for (const asked of [open(), open('S-1')]) {
    await expect(asked).rejects.toMatchObject({ code: 'unknown-customer', pointer: '/customer' });
  }
});

test('[R10] at whose customers somebody is, their diary says, also of a stay that began yesterday', async () => {
  const stays = [
    { ticket: 'T-8', visit: 1, from: at('09:00') },
    { ticket: 'T-7', visit: 1, from: at('08:00'), until: at('08:30') },
    { ticket: 'T-1', visit: 1, from: at('09:00') },
  ];
  const contexts = new StatedContexts((stream) =>
    stream.endsWith('02') ? { bookings: [], hours: [], stays } : { stays: [] },
  );
  const diaries = new Diaries(none, contexts);
  const here = { id: 'T-1', state: ticketAfter(opened()) };
  expect(await diaries.elsewhere('li-wei', here, at('09:30'))).toEqual(['T-8']);
  expect(await diaries.elsewhere('li-wei', here, at('08:59'))).toEqual([]);
  expect(await diaries.elsewhere('li-wei', here, at('08:10'))).toEqual(['T-7']);
  expect(await diaries.elsewhere('li-wei', here, at('01:00', 1))).toEqual(['T-8']);
});

test('[V19] rest hours are asked of the customer’s file at each step', async () => {
  const file = {
    status: 'registered',
    name: '孙丽',
    phone: '1',
    sites: [
      { site: 'S-1', address: '', landmark: null, quietHours: [{ from: '10:00', until: '11:00' }] },
    ],
  };
  const others = new OtherContexts(new StatedContexts(() => file));
  const known = new TicketDecisionContext(others, none, none);
  const ask = (more: object) =>
    known.notifyDelay(
      { occurredAt: at('09:00'), receivedAt: at('09:00') } as never,
      ticketAfter(opened(more)),
    );
  expect(await ask({ customer: 'C-1', site: 'S-1' })).toEqual({
    receivedAt: at('09:00'),
    quietHours: [{ from: '10:00', until: '11:00' }],
  });
  expect(await ask({})).toEqual({ receivedAt: at('09:00') });
});

test('[R10] whoever comes along is looked for in their own diary', async () => {
  const stays = [{ ticket: 'T-8', visit: 1, from: at('09:00') }];
  const contexts = new StatedContexts((stream) =>
    stream.includes(WANG_FANG.id) ? { stays } : { stays: [] },
  );
  const known = new TicketDecisionContext(
    new OtherContexts(contexts),
    none,
    new Diaries(none, contexts),
  );
  const request = requested('RecordArrival', 'T-1', { visit: 1 }, { occurredAt: at('09:30') });
  const added = event('TechnicianAdded', { visit: 1, technician: WANG_FANG.id }, '08:25');
  const ticket = ticketAfter(opened(), scheduled(), added);
  expect(await known.recordArrival(request, ticket)).toMatchObject({
    elsewhere: [],
    othersElsewhere: [WANG_FANG.id],
  });
});

test('[R10] two tickets of one site of a customer are one place; another site, or another customer, is not', async () => {
  const place = { customer: 'C-1', site: 'S-1' };
  const others: Record<string, object> = {
    'ticket-T-7': place,
    'ticket-T-8': { ...place, site: 'S-2' },
    'ticket-T-9': { ...place, customer: 'C-2' },
  };
  const stays = ['T-7', 'T-8', 'T-9'].map((ticket) => ({ ticket, visit: 1, from: at('09:00') }));
  const contexts = new StatedContexts((stream) => {
    if (stream.startsWith('ticket-')) return ticketAfter(opened(others[stream]));
    return stream.endsWith('02') ? { bookings: [], hours: [], stays } : { stays: [] };
  });
  const diaries = new Diaries(none, contexts);
  const there = (more: object) =>
    diaries.elsewhere('li-wei', { id: 'T-1', state: ticketAfter(opened(more)) }, at('09:30'));
  expect(await there(place)).toEqual(['T-8', 'T-9']);
  expect(await there({})).toEqual(['T-7', 'T-8', 'T-9']);
});
