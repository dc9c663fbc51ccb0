import type { Instant } from '@app/kernel';
import { Client } from '@app/postgres';
import { ServiceClock } from './service-clock.js';
import { setForward } from './setting.js';

/** Milliseconds between two readings: a process without any is told by its own passing of time. */
const READ_EVERY_MS = 4_000;

/** Milliseconds between two attempts to find a database again that is away. */
const RETRY_MS = 1_000;

const READ = {
  name: 'read-clock',
  text: `SELECT extract(epoch FROM service_clock.now()) * 1000 AS now`,
};

/**
 * Keeps a process's clock with the database's, over a connection of its own: it reads every few
 * seconds, and at once when somebody has set the clock forward.
 */
export class DatabaseClock {
  readonly clock = new ServiceClock();
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private asking: Promise<unknown> = Promise.resolve();

  /** Without a reading; `open` makes one with it. */
  constructor(private readonly url: string) {}

  /** With the first reading made. @throws the driver's error where the database cannot be asked */
  static async open(url: string): Promise<DatabaseClock> {
    const clock = new DatabaseClock(url);
    try {
      await clock.inTurn(() => clock.connect());
    } catch (error) {
      await clock.close();
      throw error;
    }
    return clock;
  }

  /** Sets the service's time forward; whoever asks this process afterwards is told that time or a later one. */
  async setForward(to: Instant): Promise<void> {
    await this.inTurn(async () => {
      const client = this.client ?? (await this.connect());
      await setForward(client, to);
      await this.read(client);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.client?.end();
    // What was under way has failed, or is a connection that was only being made.
    await this.asking;
    await this.client?.end();
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'service-centre clock',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', () => void this.keep());
    client.once('end', () => {
      if (this.client === client) this.client = undefined;
    });
    await client.connect();
    await client.query('LISTEN service_clock');
    await this.read(client);
    this.again(READ_EVERY_MS);
    return client;
  }

  /** A database that is away is looked for again; meanwhile the clock goes on by itself. */
  private async keep(): Promise<void> {
    try {
      await this.inTurn(() => this.follow());
      this.again(READ_EVERY_MS);
    } catch {
      this.drop();
      this.again(RETRY_MS);
    }
  }

  private async follow(): Promise<void> {
    if (this.closed) return;
    if (this.client) await this.read(this.client);
    else await this.connect();
  }

  /** A connection is asked one thing at a time. */
  private inTurn<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    const answer = this.asking.then(ask);
    this.asking = answer.catch(() => undefined);
    return answer;
  }

  private drop(): void {
    const client = this.client;
    this.client = undefined;
    client?.connection.stream.destroy();
  }

  private again(milliseconds: number): void {
    clearTimeout(this.timer);
    if (!this.closed) this.timer = setTimeout(() => void this.keep(), milliseconds).unref();
  }

  private async read(client: Client): Promise<void> {
    const asked = performance.now();
    const { rows } = await client.query<{ now: string }>(READ);
    this.clock.read(Number(rows[0]!.now), asked);
  }
}
