import type { Answer } from './client.js';
import type { Step } from './scenario.js';
import { emptyTally, type Tally } from './tally.js';

type Expected = Pick<Step, 'refused' | 'findings'>;

interface Happened {
  readonly type: string;
  readonly data: { readonly article?: string; readonly code?: string; readonly clock?: string };
}

/** Holds each answer against what the scenario expects of it, and keeps the tally. */
export class Judge {
  readonly tally: Tally = emptyTally();

  constructor(private readonly tell: (line: string) => void) {}

  step(expected: Expected, answer: Answer, where: string): void {
    if (expected.refused === undefined) this.taken(expected.findings ?? [], answer, where);
    else this.refused(expected.refused, answer, where);
  }

  expect(holds: boolean, failure: string): void {
    if (!holds) this.tally.failures.push(failure);
  }

  private refused(expected: string, { status, body }: Answer, where: string): void {
    const { article, code, detail } = body as Record<string, string | undefined>;
    const met = status >= 400 && nameOf({ article, code }) === expected;
    this.tally.refusalsExpected++;
    if (met) {
      this.tally.refusalsMet++;
      if (article) this.tally.rules.add(code!);
    }
    this.tell(`${where} ✋ ${article ? `[${article}] ` : ''}${detail ?? ''}`);
    this.expect(met, `${where}: expected a refusal under ${expected}, got ${said(status, body)}`);
  }

  private taken(expected: readonly string[], { status, body }: Answer, where: string): void {
    if (status >= 300) return this.expect(false, `${where}: ${said(status, body)}`);
    const events = body['events'] as readonly Happened[];
    const found = events
      .filter(({ type }) => type === 'FindingRecorded')
      .map(({ data }) => data)
      // Time brings these: whether a step or the clock notices it first is no matter of the step's.
      .filter(({ clock }) => clock === undefined);
    this.tally.events += events.length;
    if (isOfTicket(body['stream'])) this.tally.findings += found.length;
    for (const { type } of events) this.tally.eventTypes.add(type);
    for (const { code } of found) this.tally.rules.add(code!);
    const names = found.map(nameOf);
    this.tell(`${where} ✓${names.map((name) => `  ⚑ ${name}`).join('')}`);
    this.expect(
      names.toSorted().join() === expected.toSorted().join(),
      `${where}: expected findings [${expected.join()}], got [${names.join()}]`,
    );
  }
}

/** The inbox is held against what the tickets' own steps found: of goods and tools, processes find things too. */
function isOfTicket(stream: unknown): boolean {
  return String(stream).startsWith('ticket-');
}

/** As a scenario names a rule, `V11/work-before-consent`; a code alone where no article speaks. */
function nameOf({ article, code }: { article?: string; code?: string }): string {
  return article ? `${article}/${code}` : String(code);
}

function said(status: number, body: Answer['body']): string {
  return `${status} ${JSON.stringify(body)}`;
}
