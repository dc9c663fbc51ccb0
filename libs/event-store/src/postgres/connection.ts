import type { Socket } from 'node:net';
import {
  types,
  type ClientBase,
  type ClientConfig,
  type QueryArrayConfig,
  type QueryArrayResult,
} from 'pg';
import { Client } from '@app/postgres';
import { ConnectionLost } from '../adapter/connection-lost.js';
import { Execution, type Statement, type Text } from './execution.js';
import { isConnectionLost } from './pg-errors.js';
import { instantOf } from './recorded-event.js';

export interface ConnectionOptions {
  readonly connectionString: string;
  /** Milliseconds that the server gives a statement, and its wait for a lock, before rolling it back. */
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
}

const INT8 = 20;
const TIMESTAMPTZ = 1184;

const SETTINGS = [
  'default_transaction_isolation=read\\ committed',
  // Every statement goes by an index; a plan made while the log was small must not scan it when it is large.
  'enable_seqscan=off',
  // A prepared statement keeps one plan for all values, so that it is not planned anew each time.
  'plan_cache_mode=force_generic_plan',
  // No parallel plans: rows of a page must come in the order in which they are asked for.
  'max_parallel_workers_per_gather=0',
  'DateStyle=ISO',
  'TimeZone=UTC',
  'tcp_keepalives_idle=30',
  'tcp_keepalives_interval=10',
  'tcp_keepalives_count=3',
];

/** How every connection of the store is set up; the process's own type parsers stay as they are. */
export function clientConfig(options: ConnectionOptions, purpose: string): ClientConfig {
  return {
    connectionString: options.connectionString,
    application_name: `event-store ${purpose}`,
    connectionTimeoutMillis: 5_000,
    statement_timeout: options.statementTimeoutMs,
    lock_timeout: options.lockTimeoutMs,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    options: SETTINGS.map((setting) => `-c ${setting}`).join(' '),
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary'): ((value: string) => unknown) => {
        if (oid === INT8) return BigInt;
        if (oid === TIMESTAMPTZ) return instantOf;
        return types.getTypeParser(oid, format) as (value: string) => unknown;
      },
    },
  };
}

/**
 * Milliseconds of silence after which a connection counts as lost: the server would have ended any
 * statement by then.
 */
export function silenceOf({ statementTimeoutMs }: ConnectionOptions): number {
  return statementTimeoutMs + 5_000;
}

/** The client's socket; a timer on it ends silence, where the driver would make one for every query. */
export function socketOf(client: ClientBase): Socket {
  return (client as Client).connection.stream as Socket;
}

/** One connection for one user, opened when it is needed and opened anew after a loss. */
export class Connection {
  private client: Client | undefined;
  private waiting = 0;

  constructor(
    private readonly config: ClientConfig,
    private readonly silenceMs: number,
  ) {}

  /** False before the first question, and from a loss until the next. */
  get isOpen(): boolean {
    return this.client !== undefined;
  }

  /** @throws ConnectionLost */
  async query<Row extends unknown[]>(
    query: Omit<QueryArrayConfig, 'rowMode'>,
  ): Promise<QueryArrayResult<Row>> {
    const client = this.client ?? (await this.open());
    return this.answer(client, client.query<Row>({ ...query, rowMode: 'array' }));
  }

  /**
   * Only on the connection that is open: what was learnt on another may not be true any more.
   *
   * @throws ConnectionLost
   */
  async execute(
    statement: Statement,
    values: readonly string[],
    row?: (fields: readonly Text[]) => void,
  ): Promise<void> {
    const { client } = this;
    if (!client) throw new ConnectionLost('the connection was lost');
    return this.answer(client, new Execution(statement, values, row).on(client));
  }

  async close(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.end();
  }

  private async answer<Answer>(client: Client, answer: Promise<Answer>): Promise<Answer> {
    this.waiting++;
    try {
      return await answer;
    } catch (error) {
      if (!isConnectionLost(error)) throw error;
      this.drop(client);
      throw new ConnectionLost('the connection was lost', { cause: error });
    } finally {
      this.waiting--;
    }
  }

  private async open(): Promise<Client> {
    const client = new Client(this.config);
    client.on('error', () => this.drop(client));
    try {
      await client.connect();
    } catch (error) {
      this.drop(client);
      throw new ConnectionLost('no connection', { cause: error });
    }
    socketOf(client).setTimeout(this.silenceMs, () => {
      if (this.waiting > 0) this.drop(client);
    });
    return (this.client = client);
  }

  /** The socket is destroyed rather than closed, since a statement may still be waiting on it. */
  private drop(client: Client): void {
    if (this.client === client) this.client = undefined;
    client.connection.stream.destroy();
  }
}
