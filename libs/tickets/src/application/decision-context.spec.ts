import { expect, test } from '@jest/globals';
import { Forbidden, Invalid, NotFound, type Actor, type Span } from '@app/kernel';
import { requested } from '@app/event-store/src/testing/requests.js';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { working } from '../testing/on-site.past.js';
import { at, LI_WEI, span, ticketAfter, WANG_FANG } from '../testing/ticket.builders.js';
import { Diaries } from './diaries.js';
import { OtherContexts } from './other-contexts.js';
import { TicketDecisionContext } from './decision-context.js';

const none = undefined as never;

/** Labour is asked about; `read` are the streams that were loaded for it. */
async function asked(
  labour: Span,
  { visit = 1, actor = LI_WEI }: { visit?: number; actor?: Actor },
) {
  const contexts = new StatedContexts(() => ({ bookings: [], hours: [] }));
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
