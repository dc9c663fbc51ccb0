import { Client } from '@app/postgres';
import { WORK_CHANNEL } from './effects.js';

/** Milliseconds between two attempts to listen again to a database that is away. */
const RETRY_MS = 1_000;

/** Hears of new work: an earlier deadline, a release, or a clock that was set forward. */
export class Waker {
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private ended = false;
  private wakeSleepers: () => void = () => undefined;
  private woken = this.nextNews();

  constructor(private readonly url: string) {}

  start(): void {
    this.ended = false;
    void this.listen();
  }

  /** Resolves at the next news. To be asked for before one looks for work, so that none is missed. */
  get news(): Promise<void> {
    return this.woken;
  }

  async stop(): Promise<void> {
    this.ended = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  /** Ends a sleep; whoever listens anew may have missed something. */
  readonly wake = (): void => {
    const wakeThem = this.wakeSleepers;
    this.woken = this.nextNews();
    wakeThem();
  };

  private nextNews(): Promise<void> {
    return new Promise((resolve) => (this.wakeSleepers = resolve));
  }

  private async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'service-centre deadlines',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.client = client;
    client.on('notification', this.wake);
    client.once('end', () => this.again(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${WORK_CHANNEL}; LISTEN service_clock`);
      this.wake();
    } catch {
      client.connection.stream.destroy();
      this.again(client);
    }
  }

  private again(client: Client): void {
    if (this.ended || this.client !== client) return;
    this.client = undefined;
    this.timer = setTimeout(() => void this.listen(), RETRY_MS).unref();
  }
}
