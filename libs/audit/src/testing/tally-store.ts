import type { Instant } from '@app/kernel';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import type { NewEvent, RecordedEvent } from '@app/event-store';
import { PostgresEventStore } from '@app/event-store/src/postgres/postgres-event-store.js';
import { enveloped } from '@app/event-store/src/testing/envelopes.js';
import { StatedContexts } from '@app/event-store/src/testing/stated-contexts.js';
import { testDatabase } from '../../../../test/support/database.js';
import type { StreamKind } from '../stream-kind.js';

interface Tally {
  readonly total: number;
  readonly names: readonly string[];
}

type Told = Pick<RecordedEvent, 'version' | 'type' | 'actor'>;

/** A tally that people add to: version 1 of `Added` said `n`, version 2 says `amount`. */
export const tallyKind: StreamKind = {
  category: 'tally',
  types: {
    Added: { schemaVersion: 2, upcasters: [({ n }: { n: number }) => ({ amount: n })] },
    Named: { schemaVersion: 1 },
  },
  decider: {
    initialState: (): Tally => ({ total: 0, names: [] }),
    evolve: (
      tally: Tally,
      event: { type: string; data: { amount: number; name: string } },
    ): Tally =>
      event.type === 'Added'
        ? { ...tally, total: tally.total + event.data.amount }
        : { ...tally, names: [...tally.names, event.data.name.toString()] },
  },
  account: {
    mentions: (events: readonly Told[]) => [...new Set(events.map(({ actor }) => actor.id))],
    tell: (events: readonly Told[], language, names) => [
      { text: { zh: '计数', en: 'The tally' }[language], heading: true },
      ...events.map(({ version, type, actor }) => ({
        text: `${version}. ${type} by ${names.get(actor.id) ?? actor.id}`,
        version,
      })),
    ],
  },
};

const STAFF = new Map([
  ['employee-li-wei', '李伟'],
  ['employee-wang-fang', '王芳'],
]);

/** A staff list of two that keeps in mind what it was asked. */
export function tallyStaff(): StatedContexts {
  return new StatedContexts((stream) => {
    const name = STAFF.get(stream);
    const employee = stream.replace('employee-', '');
    return name === undefined ? { status: 'none' } : { status: 'active', employee, name };
  });
}

const event = eventOf(LI_WEI, ['R10']);

/** An event of a tally that happened at `occurredAt`. */
export function tallied(
  type: string,
  data: unknown,
  occurredAt: Instant = new Date().toISOString(),
  more: Partial<NewEvent> = {},
): NewEvent {
  const said = { schemaVersion: type === 'Added' ? 2 : 1, correlationId: 'correlation' };
  return { ...enveloped(event(type, data, occurredAt), said), ...more };
}

/** A real store on a database of its own. */
export async function tallyStore() {
  const database = await testDatabase();
  const store = await PostgresEventStore.open({
    connectionString: database.url,
    allowUnsafe: true,
  });
  return {
    store,
    url: database.url,
    write: (stream: string, ...events: NewEvent[]) =>
      store.append([{ stream, expected: 'any', events }]),
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
}
