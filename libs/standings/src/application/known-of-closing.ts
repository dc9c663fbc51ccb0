import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Contexts, type CommandRequest } from '@app/event-store';
import { openEvaluations } from '../domain/evaluation/open-evaluations.js';
import { figuresStreams } from '../domain/figures/figures.state.js';
import { standingStreams } from '../domain/standing.state.js';
import type { CloseYear, KnownOfClosing } from '../domain/year/year.decider.js';
import type { CentreYear } from '../domain/year/year.state.js';
import { knownOfYear } from './known-of-year.js';
import { OpenInYearQuery } from './open-in-year.js';
import { Remembering } from './remembering.js';

/** Employees whose figures are looked at at a time. */
const AT_A_TIME = 8;

/** What must be known to close a year: of everybody, what of it is still open. */
@Injectable()
export class YearKnown {
  constructor(
    private readonly contexts: Contexts,
    private readonly queries: QueryBus,
  ) {}

  async closeYear(
    request: CommandRequest<'CloseYear', CloseYear['data']>,
    { touches }: CentreYear,
  ): Promise<KnownOfClosing> {
    const { year } = request.data;
    const { occurredAt } = request;
    const open = await this.queries.execute(new OpenInYearQuery(year, occurredAt));
    const evaluations: KnownOfClosing['evaluations'][number][] = [];
    const byHand: string[] = [];
    for (let next = 0; next < open.everybody.length; next += AT_A_TIME) {
      const some = open.everybody.slice(next, next + AT_A_TIME);
      const asks = await Promise.all(some.map((employee) => this.evaluations(request, employee)));
      evaluations.push(...asks.filter(({ periods }) => periods.length > 0));
      byHand.push(...asks.filter(({ waits }) => waits).map(({ employee }) => employee));
    }
    const { cases } = open;
    const entries = [...new Set([...open.entries, ...byHand])];
    return { touches, cases, entries, evaluations };
  }

  private async evaluations(
    request: CommandRequest<'CloseYear', CloseYear['data']>,
    employee: string,
  ): Promise<KnownOfClosing['evaluations'][number] & { readonly waits: boolean }> {
    const { year } = request.data;
    const { occurredAt, receivedAt } = request;
    const contexts = new Remembering(this.contexts);
    const of = { employee, year };
    const [known, standing, { proposals }] = await Promise.all([
      knownOfYear({ data: of, occurredAt, receivedAt }, contexts),
      contexts.read(standingStreams, of),
      contexts.read(figuresStreams, of),
    ]);
    const waits = proposals.some(({ status }) => status === 'waiting');
    return { employee, periods: openEvaluations(known, standing), waits };
  }
}
