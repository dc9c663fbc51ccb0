import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AnswersPageOf,
  AnswersVersionOf,
  FromRequest,
  minPositionOf,
  versionedBeside,
  type PageOf,
  type Principal,
  type Sent,
  type Tagged,
} from '@app/http';
import { Contexts } from '@app/event-store';
import { Can, type Reader } from '@app/identity';
import { Forbidden } from '@app/kernel';
import { readableTo } from '../../application/whose.js';
import { readStanding } from '../../permissions.js';
import { AnnualStandingsQuery } from './annual-standings.query.js';
import { DecisionQuery } from './decision.query.js';
import {
  AnnualStandingsParams,
  DecisionPath,
  RankedStanding,
  StandingAnswer,
  StandingParams,
  StandingPath,
} from './standing.dto.js';
import { StandingQuery } from './standing.query.js';

@ApiTags('standings')
@Controller('standings')
export class StandingController {
  constructor(
    private readonly queries: QueryBus,
    private readonly contexts: Contexts,
  ) {}

  /** The standings of a year, ranked by points among all; shown are one's own and those of whom one leads. */
  @Get()
  @Can(readStanding)
  @AnswersPageOf(RankedStanding)
  listStandings(
    @Query() params: AnnualStandingsParams,
    @FromRequest() { principal }: Sent,
  ): Promise<PageOf<RankedStanding>> {
    return this.queries.execute(
      new AnnualStandingsQuery(params, minPositionOf(params), readerOf(principal)),
    );
  }

  /** An employee's year, with what made each of its numbers (D8): one's own, or that of somebody whom one leads. Its ETag changes with its ranks too. */
  @Get(':employee/:year')
  @Can(readStanding)
  @AnswersVersionOf(StandingAnswer)
  async readStanding(
    @Param() { employee, year }: StandingPath,
    @Query() params: StandingParams,
    @FromRequest() { principal }: Sent,
  ): Promise<Tagged<StandingAnswer>> {
    await this.mayRead(principal, employee);
    const answer = await this.queries.execute(
      new StandingQuery(employee, year, minPositionOf(params)),
    );
    const { version, ranks, closed } = answer;
    return versionedBeside(version, [ranks, { closed }], answer);
  }

  /** The decision of a case as it is handed over, with the way of appeal, in the language of `Accept-Language`. */
  @Get(':employee/:year/cases/:case/decision')
  @Can(readStanding)
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  async readDecision(
    @Param() { employee, year, case: number }: DecisionPath,
    @Query() params: StandingParams,
    @FromRequest() { principal, language }: Sent,
  ): Promise<string> {
    await this.mayRead(principal, employee);
    const query = new DecisionQuery(employee, year, Number(number), minPositionOf(params));
    return (await this.queries.execute(query))[language];
  }

  /** @throws Forbidden `standing-of-another` */
  private async mayRead(principal: Principal, employee: string): Promise<void> {
    const readable = await readableTo(readerOf(principal), [employee], this.contexts);
    if (readable.length > 0) return;
    throw new Forbidden('standing-of-another', {
      zh: '只能查看本人或所辖人员的年度奖惩',
      en: 'only one’s own standing can be read, or that of somebody below',
    });
  }
}

function readerOf({ id, roles }: Principal): Reader {
  return { id, roles };
}
