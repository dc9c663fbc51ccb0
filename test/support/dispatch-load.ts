import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '@app/scenario';
import { whenBoardShows } from './board.js';
import { OPERATOR } from './service.js';

/** What the server acknowledged for one key. */
export interface Acknowledged {
  readonly stream: string;
  readonly version: number;
  readonly position: string;
  readonly events: number;
}

/** The desk that puts load on a server: one employee who takes calls and analyses faults. */
const DESK = {
  login: 'desk',
  password: 'desk-of-the-tests',
  employee: 'desk',
  roles: ['hotline', 'dispatcher'],
};

/**
 * Many clients at once that open tickets and write down what they think is wrong, every wish under
 * a key of its own, some of them twice at the same moment. A client that hears nothing, or that
 * the server is busy, asks again with the same key, as any good client does.
 */
export class DispatchLoad {
  readonly acknowledged = new Map<string, Acknowledged>();
  /** Keys that two answers contradicted each other about. */
  readonly contradictions: string[] = [];
  /** Answers that no client should have got. */
  readonly surprises: string[] = [];
  private wishes = 0;
  private readonly client: Client;

  constructor(url: string) {
    this.client = new Client(url);
  }

  async signIn(): Promise<void> {
    await this.client.signIn(OPERATOR.login, OPERATOR.password);
    const { employee } = DESK;
    const file = { employee, name: 'desk', department: 'office', supervisor: false };
    await this.client.post(OPERATOR.login, '/employees', file);
    const { status, body } = await this.client.post(OPERATOR.login, '/users', DESK);
    if (status !== 201 && status !== 409) throw new Error(JSON.stringify(body));
    await this.client.signIn(DESK.login, DESK.password);
  }

  /** Opens tickets `T-1` … `T-<tickets>` by `clients` at once. */
  async open(tickets: number, clients: number): Promise<void> {
    let next = 0;
    await this.together(clients, async () => {
      const ticket = `T-${++next}`;
      if (next > tickets) return false;
      await this.openTicket(ticket);
      return true;
    });
  }

  /** Opens one ticket, however often it has to ask. */
  async openTicket(ticket: string): Promise<void> {
    await this.wish(`open/${ticket}`, '/tickets', {
      ticket,
      source: 'hotline',
      fault: `空调不制冷 ${ticket}`,
      name: '王建国',
      phone: '13800138000',
      address: '上海市徐汇区漕溪北路 88 号',
      landmark: null,
    });
  }

  /**
   * Asks for a ticket whose opening was acknowledged until the server can answer. It answers 200, and
   * the list of the newest shows the ticket too; whatever else is a surprise.
   */
  async seen(ticket: string): Promise<void> {
    const { position } = this.acknowledged.get(`open/${ticket}`)!;
    await this.shown(`/tickets/${ticket}?minPosition=${position}`, () => true);
    await this.shown(`/tickets?q=${ticket}&minPosition=${position}`, ({ items }) =>
      (items as { ticket: string }[]).some((item) => item.ticket === ticket),
    );
  }

  /** `wishes` analyses of random tickets by `clients` at once; every tenth is sent twice at the same moment. */
  async analyse(tickets: number, wishes: number, clients: number): Promise<void> {
    let left = wishes;
    await this.together(clients, async () => {
      if (left-- <= 0) return false;
      const number = ++this.wishes;
      const ticket = `T-${1 + Math.floor(Math.random() * tickets)}`;
      const data = {
        symptom: `第 ${number} 次分析`,
        suspectedCause: '压缩机',
        parts: [],
        tools: [],
      };
      const ask = () => this.wish(`analysis/${number}`, `/tickets/${ticket}/analyse-fault`, data);
      await (number % 10 === 0 ? Promise.all([ask(), ask()]) : ask());
      return true;
    });
  }

  /** Waits until the board shows everything that was acknowledged. */
  async seenOnBoard(): Promise<void> {
    const positions = [...this.acknowledged.values()].map(({ position }) => BigInt(position));
    const newest = positions.reduce((a, b) => (a > b ? a : b), 0n);
    await whenBoardShows((path) => this.client.get(DESK.login, path), newest);
  }

  private async together(clients: number, turn: () => Promise<boolean>): Promise<void> {
    const work = async () => {
      while (await turn());
    };
    await Promise.all(Array.from({ length: clients }, work));
  }

  private async wish(key: string, path: string, body: unknown): Promise<void> {
    for (;;) {
      const answer = await this.client.post(DESK.login, path, body, { key }).catch(() => undefined);
      if (answer && answer.status < 300) return this.note(key, answer.body);
      if (answer && answer.status !== 503 && answer.status !== 409) {
        this.surprises.push(`${key}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return;
      }
      await pause(20 + Math.random() * 80);
    }
  }

  private async shown(
    path: string,
    holds: (body: Readonly<Record<string, unknown>>) => boolean,
  ): Promise<void> {
    for (;;) {
      const answer = await this.client.get(DESK.login, path).catch(() => undefined);
      if (answer && answer.status < 500) {
        if (answer.status !== 200 || !holds(answer.body))
          this.surprises.push(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return;
      }
      await pause(10);
    }
  }

  private note(key: string, body: Readonly<Record<string, unknown>>): void {
    const { stream, version, position, events } = body as {
      stream: string;
      version: number;
      position: string;
      events: unknown[];
    };
    const earlier = this.acknowledged.get(key);
    if (earlier && (earlier.version !== version || earlier.position !== position))
      this.contradictions.push(key);
    this.acknowledged.set(key, { stream, version, position, events: events.length });
  }
}
