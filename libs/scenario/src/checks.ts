import { isDeepStrictEqual } from 'node:util';
import { utcOf } from './business-clock.js';
import type { Client } from './client.js';
import { valueAt } from './pointer.js';
import { auditorOf } from './read-scenario.js';
import type { ReplayCheck, Scenario, TicketStory } from './scenario.js';
import type { Tally } from './tally.js';
import { shownBy, toldBy, type ReplayedTicket, type ShownTicket } from './views.js';

interface Replayed {
  readonly newest: number;
  readonly state: ReplayedTicket;
}

/** Looks at what came of a scenario when it has been played: histories, read models, and both against each other. */
export class Checks {
  private readonly by: string;

  constructor(
    private readonly client: Client,
    private readonly scenario: Scenario,
    private readonly tally: Tally,
  ) {
    this.by = auditorOf(scenario);
  }

  async all(): Promise<void> {
    for (const check of this.scenario.replays) await this.replay(check);
    const position = await this.lastPosition();
    const board = await this.client.list(this.by, `/tickets?minPosition=${position}`);
    const rows = new Map(board.map((row) => [row['ticket'], row]));
    for (const story of this.scenario.tickets)
      await this.endOf(story, rows.get(story.ticket), position);
    await this.inbox(position);
  }

  /** The log's last position. */
  async head(): Promise<string> {
    for (let head = await this.lastPosition(); ;) {
      const { body } = await this.client.get(this.by, `/log?after=${head}&limit=200`);
      const last = (body['items'] as { position: string }[]).at(-1);
      if (!last) return head;
      head = last.position;
    }
  }

  /** The newest position of any of the scenario's tickets. */
  private async lastPosition(): Promise<string> {
    let last = 0n;
    for (const { ticket } of this.scenario.tickets) {
      const { body } = await this.client.get(
        this.by,
        `/streams/ticket-${ticket}/events?direction=backward&limit=1`,
      );
      const [newest] = (body['items'] ?? []) as { position: string }[];
      const position = BigInt(newest?.position ?? 0);
      if (position > last) last = position;
    }
    return last.toString();
  }

  private async replay({ ticket, holds, version, at, knownAt }: ReplayCheck): Promise<void> {
    const query = new URLSearchParams({
      ...(version !== undefined && { version: String(version) }),
      ...(at !== undefined && { at: utcOf(at, '') }),
      ...(knownAt !== undefined && { knownAt: utcOf(knownAt, '') }),
    });
    const { status, body } = await this.client.get(
      this.by,
      `/streams/ticket-${ticket}/replay?${query.toString()}`,
    );
    this.tally.replayChecks++;
    const where = `${ticket} ${query.toString()}`;
    this.expect(status === 200, `${where}: ${status} ${JSON.stringify(body)}`);
    for (const [pointer, expected] of Object.entries(holds)) {
      const actual = valueAt(body['state'], pointer);
      this.expect(
        isDeepStrictEqual(actual, meant(expected)),
        `${where}: ${pointer} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`,
      );
    }
  }

  /** Where the board has the ticket, and whether its row and its detail say what its history says. */
  private async endOf(
    { ticket, ends, breached = [] }: TicketStory,
    row: Record<string, unknown> | undefined,
    position: string,
  ): Promise<void> {
    this.expect(
      row?.['status'] === ends,
      `${ticket}: the board has it ${String(row?.['status'])}, not ${ends}`,
    );
    this.expect(
      isDeepStrictEqual(row?.['breached'], breached),
      `${ticket}: the board has [${String(row?.['breached'])}] not met in time, not [${breached.join()}]`,
    );
    const history = await this.client.get(this.by, `/streams/ticket-${ticket}/replay`);
    const detail = await this.client.get(this.by, `/tickets/${ticket}?minPosition=${position}`);
    const { newest, state } = history.body as unknown as Replayed;
    const told = toldBy(state, newest);
    const shown = shownBy(detail.body as unknown as ShownTicket);
    this.tally.replayChecks++;
    this.expect(
      isDeepStrictEqual(shown, told),
      `${ticket}: the detail shows ${JSON.stringify(shown)}, its history ${JSON.stringify(told)}`,
    );
    const open = told.findings.filter(({ status }) => status === 'open');
    this.expect(
      isDeepStrictEqual(
        row?.['openFindings'],
        open.map(({ finding }) => finding),
      ),
      `${ticket}: the board has other open findings than its history`,
    );
  }

  private async inbox(position: string): Promise<void> {
    const own = new Set(this.scenario.tickets.map(({ ticket }) => ticket));
    const path = `/findings?status=open,upheld,excused,withdrawn&minPosition=${position}`;
    const findings = (await this.client.list(this.by, path)).filter(
      ({ kind, entity, place }) =>
        kind === 'ticket' && own.has(entity as string) && !isOfClock(place),
    );
    this.expect(
      findings.length === this.tally.findings,
      `the inbox has ${findings.length} findings, ${this.tally.findings} were recorded`,
    );
  }

  private expect(holds: boolean, failure: string): void {
    if (!holds) this.tally.failures.push(failure);
  }
}

/** What is found of a clock is said of the ticket's end: a step alone does not cause it. */
function isOfClock(place: unknown): boolean {
  return typeof place === 'object' && place !== null && 'clock' in place;
}

/** A business time means its instant, as the API tells it. */
function meant(expected: unknown): unknown {
  return typeof expected === 'string' && /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(expected)
    ? utcOf(expected, '')
    : expected;
}
