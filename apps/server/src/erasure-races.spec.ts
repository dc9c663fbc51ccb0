import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { EventStore } from '@app/event-store';
import { ERASED, newId } from '@app/kernel';
import { until } from '@app/kernel/src/testing/until.js';
import { startProtocolDouble } from '../../../test/support/eventstoredb/protocol-double.js';
import type { Server } from './create-server.js';
import { ADDRESS, Installation, NAME, PERSONAL, PHONE, WORDS } from './testing/installation.js';

/*
 * Something is begun for a customer while they are erased: each of it is as it was told, and they are not
 * erased, or they are erased, and it is refused. Nobody is left with a ticket of which nothing is known.
 */

const WHY = { reason: '客户书面要求' };
const told = { name: NAME, phone: PHONE, address: ADDRESS, landmark: null };

/** A customer with a ticket and a complaint that are over, and a ticket that is nobody's on file yet. */
interface Caller {
  readonly customer: string;
  readonly over: string;
  readonly nobodys: string;
  readonly complaint: string;
}

/** How something is begun for them: the command, the event that it leads to, and where that is told. */
const WAYS = {
  'link-customer': ({ nobodys, customer }: Caller) => ({
    path: `tickets/${nobodys}/link-customer`,
    body: { customer, reason: WORDS },
    event: 'CustomerLinked',
    stream: `ticket-${nobodys}`,
    names: nobodys,
  }),
  'reopen-ticket': ({ over }: Caller) => ({
    path: `tickets/${over}/reopen-ticket`,
    body: { reason: WORDS },
    event: 'TicketReopened',
    stream: `ticket-${over}`,
    names: over,
  }),
  'receive-complaint': ({ customer }: Caller) => ({
    path: 'complaints',
    body: {
      ...{ complaint: `TS-N-${customer}`, channel: 'phone', customer, words: WORDS },
      points: [{ about: 'lateness' }],
    },
    event: 'ComplaintReceived',
    stream: `complaint-TS-N-${customer}`,
    names: `TS-N-${customer}`,
  }),
  'reopen-complaint': ({ complaint }: Caller) => ({
    path: `complaints/${complaint}/reopen-complaint`,
    body: { words: WORDS },
    event: 'ComplaintReopened',
    stream: `complaint-${complaint}`,
    names: complaint,
  }),
} as const;
const ways = Object.entries(WAYS);

describe.each(['postgres', 'eventstoredb'] as const)('[R8] where the log is in %s', (where) => {
  let at: Installation;
  let other: Server;
  let store: EventStore;
  let double: Awaited<ReturnType<typeof startProtocolDouble>> | undefined;

  beforeAll(async () => {
    if (where === 'eventstoredb') double = await startProtocolDouble();
    const { connectionString = '' } = double ?? {};
    at = await Installation.make(double ? { eventStoreDb: { connectionString } } : {});
    await at.staff();
    store = await at.openLog();
    other = await at.another({ projections: 'none' });
  }, 60_000);

  afterAll(async () => {
    await other?.close();
    await at?.stop();
    await double?.stop();
  });

  /** What is paused ends, also where a test has failed, or the server would wait for it. */
  let goOn = () => undefined as void;
  afterEach(() => goOn());

  async function caller(): Promise<Caller> {
    const id = newId().slice(-12);
    const [customer, over, nobodys] = [`C-${id}`, `T-O-${id}`, `T-N-${id}`];
    const complaint = `TS-O-${id}`;
    await at.says('customers', { customer, name: NAME, phone: PHONE });
    const call = { source: 'hotline', fault: WORDS, ...told };
    await at.says('tickets', { ticket: over, ...call, customer });
    await at.says(`tickets/${over}/cancel-ticket`, { reason: '不修了' });
    await at.says('tickets', { ticket: nobodys, ...call });
    const words = { words: WORDS, points: [{ about: 'lateness' }] };
    await at.says('complaints', { complaint, channel: 'phone', customer, ...words });
    await at.says(`complaints/${complaint}/withdraw-complaint`, { words: WORDS });
    await at.says(`complaints/${complaint}/close-complaint`, { reason: '客户撤回' });
    return { customer, over, nobodys, complaint };
  }

  const erase = (customer: string, by?: Server) =>
    at.tells(`customers/${customer}/erase-person`, WHY, {}, by);
  const history = async (stream: string) => (await at.get(`streams/${stream}/events`)).text;
  const file = async (customer: string) =>
    JSON.parse((await at.get(`customers/${customer}`)).text) as Record<string, unknown>;

  /** What became of an erasure that was begun. */
  async function ended(customer: string): Promise<Record<string, unknown>> {
    await until(async () => {
      const { status, keysDestroyed, erasing } = await file(customer);
      return status === 'erased' ? keysDestroyed === true : erasing === undefined;
    });
    return file(customer);
  }

  /** Lets no append through that has an event of the type, until it is let go on. */
  function pausedAt(type: string) {
    const append = store.append.bind(store);
    let letGo = () => undefined as void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let isReached = false;
    const pausing = jest.spyOn(store, 'append').mockImplementation(async (writes) => {
      if (writes.some(({ events }) => events.some((event) => event.type === type))) {
        isReached = true;
        await held;
      }
      return append(writes);
    });
    goOn = () => {
      letGo();
      pausing.mockRestore();
    };
    return { reached: () => until(() => isReached), goOn };
  }

  async function isErased({ customer, over, complaint }: Caller): Promise<void> {
    for (const stream of [`customer-${customer}`, `ticket-${over}`, `complaint-${complaint}`]) {
      const text = await history(stream);
      expect(text).toContain(ERASED);
      for (const said of PERSONAL) expect(text).not.toContain(said);
    }
  }

  test.each(ways)('%s that is stored after it was looked for keeps them', async (_, way) => {
    const whom = await caller();
    const { path, body, stream, names } = way(whom);
    const pause = pausedAt('ErasureBegun');
    const erasing = erase(whom.customer);
    await pause.reached();
    await at.says(path, body);
    pause.goOn();
    // Where one stream is taken at a time the file is held by a claim, and the erasure is decided again.
    expect((await erasing).status).toBe(where === 'postgres' ? 200 : 409);
    const { status, notErased } = await ended(whom.customer);
    expect(status).toBe('registered');
    if (where === 'postgres') expect(JSON.stringify(notErased)).toContain(names);
    expect(await history(stream)).toContain(WORDS);
    expect((await erase(whom.customer)).status).toBe(409);
  });

  test.each(ways)('%s that is stored after they are erased is refused', async (_, way) => {
    const whom = await caller();
    const { path, body, event, stream } = way(whom);
    const pause = pausedAt(event);
    const beginning = at.tells(path, body);
    await pause.reached();
    const { status } = await erase(whom.customer);
    // Where one stream is taken at a time, who waits for a claim is told to try again.
    expect(status).toBe(where === 'postgres' ? 200 : 503);
    if (status === 200) await ended(whom.customer);
    pause.goOn();
    const { status: begun, body: answer } = await beginning;
    if (where === 'postgres') {
      expect([begun, answer]).toMatchObject([404, { code: 'unknown-customer' }]);
      await isErased(whom);
      expect(await history(stream)).not.toContain(event);
    } else {
      expect(begun).toBeLessThan(300);
      expect(await history(stream)).toContain(WORDS);
      expect((await erase(whom.customer)).status).toBe(409);
    }
  });

  test('whoever begins something meanwhile waits until they are erased, or is told to try again', async () => {
    const whom = await caller();
    const pause = pausedAt('PersonErased');
    expect((await erase(whom.customer)).status).toBe(200);
    await pause.reached();
    expect(await file(whom.customer)).toMatchObject({ erasing: { ...WHY, files: [], sales: [] } });
    const asked = () => ways.map(([, way]) => at.tells(way(whom).path, way(whom).body));
    for (const answer of await Promise.all(asked()))
      expect(answer).toMatchObject({ status: 503, body: { code: 'stream-claimed' } });
    // Its own server deals with the commands to one stream in turn.
    expect(await erase(whom.customer, other)).toMatchObject({ body: { code: 'being-erased' } });
    pause.goOn();
    expect(await ended(whom.customer)).toMatchObject({ status: 'erased', name: ERASED });
    for (const answer of await Promise.all(asked()))
      expect(answer).toMatchObject({ status: 404, body: { code: 'unknown-customer' } });
    await isErased(whom);
  });

  test('of many who begin it on two servers none is left with what nobody can read', async () => {
    const ends = new Set<unknown>();
    for (let turn = 0; turn < 12; turn++) {
      const whom = await caller();
      const [, way] = ways[turn % ways.length]!;
      const { path, body, stream } = way(whom);
      const begin = () => at.tells(path, body, {}, turn % 2 ? at.server : other);
      const asked = erase(whom.customer);
      // At the same moment, or as soon as the erasure is begun.
      const beginning = turn % 3 === 0 ? asked.then(begin) : begin();
      const [begun, erasing] = await Promise.all([beginning, asked]);
      expect([200, 409, 503]).toContain(erasing.status);
      const { status } = await ended(whom.customer);
      ends.add(status);
      if (status === 'erased') {
        expect([404, 503]).toContain(begun.status);
        await isErased(whom);
      } else {
        expect(await history(`ticket-${whom.over}`)).toContain(WORDS);
        expect(await history(stream)).not.toContain(ERASED);
      }
    }
    expect(ends).toContain('erased');
  }, 120_000);

  test('all files of a person are erased together, and the page shows the mark for each', async () => {
    const [kept, merged] = [await caller(), await caller()];
    await at.says(`customer-merges/${kept.customer}/merge-customer`, {
      ...{ merged: merged.customer, reason: '同一电话' },
    });
    const files = [kept.customer, merged.customer];
    await at.says(`tickets/${kept.over}/reopen-ticket`, { reason: '又坏了' });
    expect(await erase(merged.customer)).toMatchObject({ body: { code: 'tickets-open' } });
    await at.says(`tickets/${kept.over}/cancel-ticket`, { reason: '不修了' });
    const hold = (until: string) =>
      at.says(`customers/${kept.customer}/hold-erasure`, { basis: '诉讼', until });
    await hold('2099-01-01');
    expect(await erase(merged.customer)).toMatchObject({ body: { code: 'erasure-held' } });
    expect(await file(merged.customer)).not.toHaveProperty('erasing');
    await hold('2026-01-01');

    expect((await erase(merged.customer)).status).toBe(200);
    for (const customer of files)
      expect(await ended(customer)).toMatchObject({ status: 'erased', name: ERASED });
    const gone = await history(`customer-${merged.customer}`);
    expect(gone).toContain(`"files":["${kept.customer}"]`);
    for (const { over } of [kept, merged]) expect(gone).toContain(over);
    for (const whom of [kept, merged]) await isErased(whom);
    const page = (await at.get(`customers/${kept.customer}/page`)).text;
    const shown = (JSON.parse(page) as { files: object[] }).files;
    expect(shown).toMatchObject(
      files.map((customer) => ({ customer, status: 'erased', name: ERASED, phone: ERASED })),
    );
    for (const said of PERSONAL) expect(page).not.toContain(said);
  });
});
