import { setTimeout as pause } from 'node:timers/promises';
import { withAttachments } from './attachments.js';
import { instantOf, withInstants } from './business-clock.js';
import type { Answer, Client } from './client.js';
import type { Scenario, Step, TicketStory } from './scenario.js';
import { emptyTally, type Tally } from './tally.js';

type Turn = Step & { readonly story: TicketStory; readonly instant: string; readonly key: string };

/**
 * Plays a scenario through the public API, all tickets' steps in the order of their time. Every
 * request has a key made of its place in the scenario, so that playing it again changes nothing.
 */
export class Player {
  readonly tally: Tally = emptyTally();

  constructor(
    private readonly client: Client,
    private readonly scenario: Scenario,
    private readonly tell: (line: string) => void = () => undefined,
  ) {}

  /** Registers the people, gives them accounts, and does what the setup asks. */
  async prepare(
    operator: { login: string; password: string },
    passwordOf: (employee: string) => string,
  ): Promise<void> {
    await this.client.signIn(operator.login, operator.password);
    for (const { employee, roles, supervisor = false, ...file } of this.scenario.people) {
      await this.must(
        operator.login,
        '/employees',
        { employee, supervisor, ...file },
        `employee/${employee}`,
      );
      const account = { login: employee, employee, roles, password: passwordOf(employee) };
      const { status, body } = await this.client.post(operator.login, '/accounts', account);
      if (status >= 300 && status !== 409)
        throw new Error(`no account for ${employee}: ${JSON.stringify(body)}`);
      await this.client.signIn(employee, passwordOf(employee));
    }
    for (const [index, { by, post, with: data }] of this.scenario.setup.entries()) {
      await this.must(by, post, withInstants(data, ''), `setup/${index}`);
    }
  }

  async play(): Promise<Tally> {
    const turns = this.scenario.tickets.flatMap((story) =>
      story.steps.map((step, index) => ({
        ...step,
        story,
        instant: new Date(instantOf(step.at, story.day)).toISOString(),
        key: `${story.ticket}/${index}`,
      })),
    );
    turns.sort((a, b) => (a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : 0));
    for (const turn of turns) await (turn.late ? this.sendLate(turn) : this.take(turn));
    this.tally.tickets = this.scenario.tickets.length;
    return this.tally;
  }

  private async take(turn: Turn): Promise<void> {
    const { by, do: command = '', story, instant, key, twice } = turn;
    const opening = command === 'open-ticket';
    const path = opening ? '/tickets' : `/tickets/${story.ticket}/${command}`;
    const data = await this.dataOf(turn, by);
    const body = { ...data, ...(opening && { ticket: story.ticket }), occurredAt: instant };
    const answer = await this.insist(by, path, body, key);
    this.judge(turn, answer.status, answer.body, `${story.ticket} ${turn.at} ${command}`);
    if (!twice) return;
    const again = await this.insist(by, path, body, key);
    this.expect(
      again.body['repeated'] === true && again.body['version'] === answer.body['version'],
      `${key} was applied twice`,
    );
    this.tally.repeats++;
  }

  private async sendLate(turn: Turn): Promise<void> {
    const { by, story, late = [], key } = turn;
    const steps = [];
    for (const [index, step] of late.entries()) {
      const occurredAt = new Date(instantOf(step.at, story.day)).toISOString();
      const data = await this.dataOf({ ...step, instant: occurredAt, story }, by);
      steps.push({ key: `${key}/${index}`, command: step.do, occurredAt, data });
    }
    const path = `/tickets/${story.ticket}/send-steps`;
    const { body } = await this.insist(by, path, { steps }, undefined);
    const results = body['results'] as
      { result: string; outcome?: Answer['body']; problem?: Answer['body'] }[] | undefined;
    if (!results)
      return this.expect(false, `${key}: the batch was refused: ${JSON.stringify(body)}`);
    for (const [index, step] of late.entries()) {
      const { outcome, problem } = results[index]!;
      this.judge(
        step,
        outcome ? 200 : 422,
        outcome ?? problem ?? {},
        `${story.ticket} ${step.at} ${step.do} (late)`,
      );
    }
    const again = await this.insist(by, path, { steps }, undefined);
    const repeated = (again.body['results'] as typeof results).filter(
      ({ outcome }) => outcome?.['repeated'] === true,
    );
    this.expect(
      repeated.length === results.filter(({ outcome }) => outcome).length,
      `${key}: the batch was applied twice`,
    );
    this.tally.repeats += repeated.length;
  }

  private judge(
    step: Pick<Step, 'refused' | 'findings'>,
    status: number,
    body: Answer['body'],
    where: string,
  ): void {
    if (step.refused) {
      this.tally.refusalsExpected++;
      const met =
        status >= 400 && (body['article'] === step.refused || body['code'] === step.refused);
      if (met) this.tally.refusalsMet++;
      this.tell(`${where}  →  ✋ ${body['article'] ?? ''} ${body['detail'] ?? ''}`);
      return this.expect(
        met,
        `${where}: expected a refusal under ${step.refused}, got ${status} ${JSON.stringify(body)}`,
      );
    }
    const events = (body['events'] ?? []) as { type: string; data: { article?: string } }[];
    const findings = events.flatMap(({ type, data }) =>
      type === 'FindingRecorded' ? [data.article!] : [],
    );
    this.tally.events += events.length;
    this.tally.findings += findings.length;
    this.tell(
      `${where}  →  ${status < 300 ? '✓' : '✗'} ${events.map(({ type }) => type).join(', ')}`,
    );
    this.expect(status < 300, `${where}: ${status} ${JSON.stringify(body)}`);
    const expected = step.findings ?? [];
    if (status < 300) {
      this.expect(
        [...findings].sort().join() === [...expected].sort().join(),
        `${where}: expected findings [${expected.join()}], got [${findings.join()}]`,
      );
    }
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
    key: string | undefined,
  ): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.client.post(by, path, body, key);
      if (answer.status !== 503 || attempt === 10) return answer;
      await pause(100 * attempt);
    }
  }

  private async must(by: string, path: string, body: unknown, key: string): Promise<void> {
    const answer = await this.insist(by, path, body, key);
    if (answer.status >= 300)
      throw new Error(`${path} ${key}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  private expect(holds: boolean, failure: string): void {
    if (!holds) this.tally.failures.push(failure);
  }
}
