import { Client, type ClientConfig } from 'pg';
import { backOff } from './back-off.js';

const CHANNEL = 'event_store';
const HEARTBEAT_MS = 10_000;

/** At most so often other processes are told; a notification costs the database a lock and a commit. */
const NOTIFY_EVERY_MS = 10;

/**
 * Tells other processes that the log grew, and hears it from them. It keeps to a connection of its
 * own: in the lane every NOTIFY would lengthen a commit. A lost message costs time, never events.
 */
export class Signals {
  private client: Client | undefined;
  private heartbeat: NodeJS.Timeout | undefined;
  private newest: bigint | undefined;
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
  tell(head: bigint): void {
    this.newest = head;
    if (!this.telling && this.client) void this.tellUntilQuiet();
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
        if (processId !== ownProcessId(client)) this.heard();
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
    this.heartbeat = setInterval(() => void this.beat(client), HEARTBEAT_MS).unref();
    this.heard();
    if (this.newest !== undefined && !this.telling) void this.tellUntilQuiet();
  }

  /** A socket that died in silence is noticed only by writing to it. */
  private async beat(client: Client): Promise<void> {
    if (this.telling) return;
    await client.query('SELECT').catch(() => this.lost(client));
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    clearInterval(this.heartbeat);
    client.connection.stream.destroy();
    void this.stayConnected();
  }

  private async tellUntilQuiet(): Promise<void> {
    this.telling = true;
    while (this.newest !== undefined && this.client) {
      const client = this.client;
      const head = this.newest;
      this.newest = undefined;
      await client
        .query({ name: 'notify', text: `SELECT pg_notify('${CHANNEL}', $1)`, values: [String(head)] })
        .catch(() => this.lost(client));
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
