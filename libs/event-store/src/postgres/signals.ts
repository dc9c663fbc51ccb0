import type { ClientConfig, Notification } from 'pg';
import { Client } from '@app/postgres';
import { backOff } from '../adapter/back-off.js';

const CHANNEL = 'event_store';
const HEARTBEAT_MS = 10_000;

/** At most so often others are told, by all processes together; a message costs the database a lock and wakes everybody. */
const NOTIFY_EVERY_MS = 10;

/** A process that was heard within so many milliseconds counts as writing, and shares the limit above. */
const BUSY_MS = 100;

/** A process that was not heard for so many milliseconds counts as ended. */
const SILENT_MS = 3 * HEARTBEAT_MS;

/**
 * Tells other processes how far the log reaches, and hears it from them. It keeps to a connection of
 * its own: in the lane every NOTIFY would lengthen a commit. While nobody else is there it says
 * nothing but a heartbeat, by which processes learn of each other; who hears a new one answers at
 * once. Where several write, each tells the more seldom, and nobody what another has told already.
 * A lost message costs time, never events.
 */
export class Signals {
  private client: Client | undefined;
  private heartbeat: NodeJS.Timeout | undefined;
  /** When each other process was last heard, by its connection's number. */
  private readonly others = new Map<number, number>();
  /**
   * How far this process has written since this connection was opened; forgotten with it, since
   * after a crash of the database the log may end earlier.
   */
  private head: bigint | undefined;
  private due = false;
  private telling = false;
  private readonly ended = new AbortController();
  private readonly connected: Promise<void>;

  /** @param heard called when others may have written; with the position that they have reached, where they say it */
  constructor(
    private readonly config: ClientConfig,
    private readonly heard: (head?: bigint) => void,
  ) {
    this.connected = this.stayConnected();
  }

  /** Tells the others soon that the log reaches to `head`; several calls become one message. */
  tell(head: bigint): void {
    this.head = head;
    if (this.others.size > 0) this.say();
  }

  /** Says what is still to be said, and lets go of the connection. */
  async close(): Promise<void> {
    clearInterval(this.heartbeat);
    this.ended.abort();
    const client = this.client;
    this.client = undefined;
    if (client && this.due) await this.notify(client).catch(() => undefined);
    await client?.end().catch(() => undefined);
    await this.connected;
  }

  private async stayConnected(): Promise<void> {
    for (let attempt = 0; !this.ended.signal.aborted; attempt++) {
      const client = new Client(this.config);
      client.on('error', () => this.lost(client));
      client.on('end', () => this.lost(client));
      client.on('notification', (notification) => {
        if (notification.processId !== ownProcessId(client)) this.hear(notification);
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
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS).unref();
    this.say();
    this.heard();
  }

  private beat(): void {
    const since = performance.now() - SILENT_MS;
    for (const [processId, heardAt] of this.others)
      if (heardAt < since) this.others.delete(processId);
    this.say();
  }

  private hear({ processId, payload = '' }: Notification): void {
    const stranger = !this.others.has(processId);
    this.others.set(processId, performance.now());
    const head = /^\d{1,18}$/.test(payload) ? BigInt(payload) : undefined;
    if (head !== undefined && this.head !== undefined && head >= this.head) this.due = false;
    if (stranger) this.say();
    this.heard(head);
  }

  private say(): void {
    this.due = true;
    if (!this.telling && this.client) void this.sayUntilQuiet();
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.head = undefined;
    clearInterval(this.heartbeat);
    // A socket that died in silence is noticed by the heartbeat's write.
    client.connection.stream.destroy();
    void this.stayConnected();
  }

  private async sayUntilQuiet(): Promise<void> {
    this.telling = true;
    while (this.due && this.client) {
      const client = this.client;
      await this.notify(client).catch(() => this.lost(client));
      await pause(NOTIFY_EVERY_MS * (1 + this.busy));
    }
    this.telling = false;
  }

  private async notify(client: Client): Promise<void> {
    this.due = false;
    await client.query(`NOTIFY ${CHANNEL}, '${this.head ?? ''}'`);
  }

  /** How many others were heard of late. */
  private get busy(): number {
    const since = performance.now() - BUSY_MS;
    return [...this.others.values()].filter((heardAt) => heardAt >= since).length;
  }
}

function ownProcessId(client: Client): number | null {
  return (client as Client & { processID: number | null }).processID;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
