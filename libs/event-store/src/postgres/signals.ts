import { Client, type ClientConfig } from 'pg';
import { backOff } from '../adapter/back-off.js';

const CHANNEL = 'event_store';
const HEARTBEAT_MS = 10_000;

/** At most so often other processes are told; a notification costs the database a lock and a commit. */
const NOTIFY_EVERY_MS = 10;

/** Who was not heard for so long is gone. */
const SILENT_MS = 3 * HEARTBEAT_MS;

/**
 * Tells other processes that the log grew, and hears it from them. It keeps to a connection of its
 * own: in the lane every NOTIFY would lengthen a commit. While nobody else is there it says nothing
 * but a heartbeat, by which processes learn of each other; who hears a new one answers at once.
 * A lost message costs time, never events.
 */
export class Signals {
  private client: Client | undefined;
  private heartbeat: NodeJS.Timeout | undefined;
  private othersUntil = 0;
  private due = false;
  private telling = false;
  private readonly ended = new AbortController();
  private readonly connected: Promise<void>;

  /** @param heard called when others may have written */
  constructor(
    private readonly config: ClientConfig,
    private readonly heard: () => void,
  ) {
    this.connected = this.stayConnected();
  }

  /** Tells the others soon; several calls become one message. */
  tell(): void {
    if (performance.now() < this.othersUntil) this.say();
  }

  async close(): Promise<void> {
    clearInterval(this.heartbeat);
    this.ended.abort();
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
    await this.connected;
  }

  private async stayConnected(): Promise<void> {
    for (let attempt = 0; !this.ended.signal.aborted; attempt++) {
      const client = new Client(this.config);
      client.on('error', () => this.lost(client));
      client.on('end', () => this.lost(client));
      client.on('notification', ({ processId }) => {
        if (processId !== ownProcessId(client)) this.hear();
      });
      try {
        await client.connect();
        await client.query(`SET synchronous_commit = off`);
        await client.query(`LISTEN ${CHANNEL}`);
        return this.ready(client);
      } catch {
        client.connection.stream.destroy();
        await backOff(attempt, this.ended.signal);
      }
    }
  }

  private async ready(client: Client): Promise<void> {
    if (this.ended.signal.aborted) return client.end();
    this.client = client;
    this.heartbeat = setInterval(() => this.say(), HEARTBEAT_MS).unref();
    this.say();
    this.heard();
  }

  private hear(): void {
    const stranger = performance.now() >= this.othersUntil;
    this.othersUntil = performance.now() + SILENT_MS;
    if (stranger) this.say();
    this.heard();
  }

  private say(): void {
    this.due = true;
    if (!this.telling && this.client) void this.sayUntilQuiet();
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    clearInterval(this.heartbeat);
    // A socket that died in silence is noticed by the heartbeat's write.
    client.connection.stream.destroy();
    void this.stayConnected();
  }

  private async sayUntilQuiet(): Promise<void> {
    this.telling = true;
    while (this.due && this.client) {
      const client = this.client;
      this.due = false;
      await client.query(`NOTIFY ${CHANNEL}`).catch(() => this.lost(client));
      await pause(NOTIFY_EVERY_MS);
    }
    this.telling = false;
  }
}

function ownProcessId(client: Client): number | null {
  return (client as Client & { processID: number | null }).processID;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
