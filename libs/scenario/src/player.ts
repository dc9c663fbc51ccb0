import { setTimeout as pause } from 'node:timers/promises';
import { withAttachments } from './attachments.js';
import { instantOf, utcOf, withInstants } from './business-clock.js';
import type { Answer, Client, Condition } from './client.js';
import { Judge } from './judge.js';
import { letIn } from './let-in.js';
import { look } from './look.js';
import type { LateStep, Scenario, See, Step, TicketStory } from './scenario.js';
import { settled, sinceTheClocks } from './settled.js';
import type { Tally } from './tally.js';

const OFFLINE = { zh: '（离线）', en: ' (offline)' };

interface Turn extends Step {
  readonly story: Pick<TicketStory, 'ticket' | 'day'>;
  /** When it happens, and when the service is told. */
  readonly instant: string;
  readonly toldAt: string;
  readonly key: string;
}

interface LateResult {
  readonly outcome?: Answer['body'];
  readonly problem?: Answer['body'];
}

/**
 * Plays a scenario through the public API on the service's own clock, all tickets' steps in the
 * order of their time: the clock is set forward to each before it is sent, so that nothing is told
 * late but what the scenario has told late. Every request has a key made of its place in the
 * scenario, so that playing it again changes nothing.
 */
export class Player {
  /** A step was answered as one that had been taken already. */
  private playedBefore = false;
  private readonly judge: Judge;
  /** Where each ticket's stream stood after the last step that was taken. */
  private readonly versions = new Map<string, number>();
  /** Who sets the clock; undefined while a scenario is played again by one who has not prepared it: the clock is past it. */
  private keeper: string | undefined;

  constructor(
    private readonly client: Client,
    private readonly scenario: Scenario,
    tell: (line: string) => void = () => undefined,
  ) {
    this.judge = new Judge(tell);
  }

  /** Lets the scenario begin: sets the clock, registers the people, makes them users, and does what the setup asks. */
  async prepare(
    operator: { login: string; password: string },
    passwordOf: (employee: string) => string,
  ): Promise<void> {
    const { people, setup, since } = this.scenario;
    const occurredAt = instantOf(since, '');
    await this.client.signIn(operator.login, operator.password);
    this.keeper = operator.login;
    await this.until(occurredAt);
    // Whoever was let in by a scenario before it is there.
    const strangers = people.filter(({ employee }) => !this.client.isSignedIn(employee));
    for (const { employee, roles, supervisor = false, ...file } of strangers) {
      const data = { employee, supervisor, ...file, occurredAt };
      await this.must(operator.login, '/employees', data, `employee/${employee}`);
    }
    await letIn(this.client, operator.login, strangers, passwordOf);
    for (const [index, { by, post, with: data }] of setup.entries()) {
      const body = { ...(withInstants(data, '') as object), occurredAt };
      await this.must(by, post, body, `setup/${occurredAt}/${index}`);
    }
  }

  /** @param again it was played before, from its beginning; default: that shows by the first step that repeats */
  async play(again = false): Promise<Tally> {
    this.playedBefore = again;
    const { tickets, stories = [] } = this.scenario;
    const others = stories.map((story) => ({ ...story, ticket: story.name }));
    const turns = [...tickets, ...others].flatMap((story) =>
      story.steps.map((step, index): Turn => ({
        ...step,
        story,
        instant: utcOf(step.at, story.day),
        toldAt: utcOf(step.told ?? step.at, story.day),
        key: `${story.ticket}/${index}`,
      })),
    );
    turns.sort((a, b) => (a.toldAt < b.toldAt ? -1 : a.toldAt > b.toldAt ? 1 : 0));
    let day: string | undefined;
    for (const turn of turns) {
      const told = turn.late !== undefined || turn.told !== undefined;
      // What follows by itself has followed before another day begins, and before anything is told late.
      const waits = told || turn.story.day !== day;
      day = turn.story.day;
      if (waits) await settled(this.client, this.keeper);
      await this.until(turn.toldAt);
      if (waits) await settled(this.client, this.keeper);
      if (this.isOver(turn)) this.passOver();
      else await (turn.late ? this.sendLate(turn) : this.take(turn));
    }
    this.judge.tally.tickets = this.scenario.tickets.length;
    return this.judge.tally;
  }

  private async until(now: string): Promise<void> {
    if (this.keeper !== undefined) await this.client.until(this.keeper, now);
  }

  private async take(turn: Turn): Promise<void> {
    if (turn.see) return this.see(turn, turn.see);
    const { by, post, do: command = post, story, instant, key, twice } = turn;
    const { ticket } = story;
    const path = pathOf(turn);
    const data = await this.dataOf(turn, by);
    const body = { ...data, ...(path === '/tickets' && { ticket }), occurredAt: instant };
    const condition = this.conditionOf(turn);
    let answer = await this.insist(by, path, body, condition);
    if (turn.refused && answer.status === 412) {
      const version = await sinceTheClocks(this.client, by, ticket, this.versions.get(ticket));
      if (version === undefined) return this.passOver();
      answer = await this.insist(by, path, body, { key, version });
    }
    if (this.isShutOut(answer)) return this.passOver();
    this.noteRepeat(answer);
    this.judge.step(turn, answer, `${ticket} ${turn.at} ${by} ${command}`);
    if (post === undefined) this.remember(ticket, answer.body);
    if (twice) this.isRepeat(await this.insist(by, path, body, condition), answer, key);
  }

  /**
   * What must be refused is judged where the story has it: a ticket that has gone on since, because
   * the scenario was played before, might take it now.
   */
  private conditionOf({ key, refused, post, version, story: { ticket } }: Turn): Condition {
    if (refused === undefined || post !== undefined)
      return { key, ...(version !== undefined && { version }) };
    return { key, version: this.versions.get(ticket) ?? 0 };
  }

  private async see({ by, key }: Turn, see: See): Promise<void> {
    const wrong = await look(this.client, by, see);
    this.judge.expect(wrong === undefined, `${key}: ${wrong}`);
  }

  private async sendLate(turn: Turn): Promise<void> {
    const { by, story, late = [], key } = turn;
    const steps = await Promise.all(late.map((step, index) => this.lateStep(turn, step, index)));
    const path = `/tickets/${story.ticket}/send-steps`;
    const results = resultsOf(await this.insist(by, path, { steps }, {}));
    this.judge.expect(results.length === late.length, `${key}: the batch was not taken`);
    const playedBefore = results.some(({ body }) => body['repeated'] === true);
    for (const [index, answer] of results.entries()) {
      const step = late[index]!;
      // As with single steps, what must be refused is judged once, where the story has it.
      if (step.refused && playedBefore) this.passOver();
      else
        this.judge.step(
          step,
          answer,
          `${story.ticket} ${step.at} ${by} ${step.do}${OFFLINE[this.client.language]}`,
        );
      this.remember(story.ticket, answer.body);
    }
    const again = resultsOf(await this.insist(by, path, { steps }, {}));
    for (const [index, first] of results.entries()) {
      if (first.status < 300) this.isRepeat(again[index], first, `${key}/${index}`);
    }
  }

  private async lateStep({ by, story, key }: Turn, step: LateStep, index: number) {
    const occurredAt = utcOf(step.at, story.day);
    const data = await this.dataOf({ ...step, instant: occurredAt, story }, by);
    return { key: `${key}/${index}`, command: step.do, occurredAt, data };
  }

  /** What changed outside of tickets since it was played before no condition tells: it is another now. */
  private isOver({ refused, post, see }: Turn): boolean {
    return (
      this.playedBefore && (see !== undefined || (refused !== undefined && post !== undefined))
    );
  }

  /** Who takes a step may have lost their access by a later one. */
  private isShutOut({ status }: Answer): boolean {
    return this.playedBefore && status === 401;
  }

  private noteRepeat({ body }: Answer): void {
    this.playedBefore ||= body['repeated'] === true;
  }

  private passOver(): void {
    this.judge.tally.passedOver++;
  }

  /** The same request again must be told the first outcome, and have no other. */
  private isRepeat(again: Answer | undefined, first: Answer, key: string): void {
    const same = again?.body['version'] === first.body['version'];
    this.judge.expect(again?.body['repeated'] === true && same, `${key} was applied twice`);
    this.judge.tally.repeats++;
  }

  private remember(ticket: string, { version }: Answer['body']): void {
    if (typeof version === 'number') this.versions.set(ticket, version);
  }

  private async dataOf(
    { with: data = {}, instant, story }: Pick<Turn, 'with' | 'instant' | 'story'>,
    by: string,
  ): Promise<Record<string, unknown>> {
    const withTimes = withInstants(data, story.day) as Record<string, unknown>;
    return withAttachments(this.client, by, instant, withTimes);
  }

  /** As any good client: what the server could not take now is sent again, under the same key. */
  private async insist(
    by: string,
    path: string,
    body: unknown,
    condition: Condition,
  ): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.client.post(by, path, body, condition);
      if (answer.status !== 503 || attempt === 10) return answer;
      await pause(100 * attempt);
    }
  }

  private async must(by: string, path: string, body: unknown, key: string): Promise<void> {
    const answer = await this.insist(by, path, body, { key });
    if (answer.status >= 300)
      throw new Error(`${path} ${key}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

function pathOf({ do: command = '', post, story: { ticket } }: Turn): string {
  return post ?? (command === 'open-ticket' ? '/tickets' : `/tickets/${ticket}/${command}`);
}

/** The steps' own answers, as if each had come alone. */
function resultsOf({ body }: Answer): Answer[] {
  const results = (body['results'] ?? []) as LateResult[];
  return results.map(({ outcome, problem = {} }) =>
    outcome
      ? { status: 200, body: outcome }
      : { status: Number(problem['status'] ?? 503), body: problem },
  );
}
