import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Folded } from '@app/event-store';
import { FromRequest, SlugPipe, type Sent } from '@app/http';
import { Can } from '@app/identity';
import { editionAt, onCall } from '../domain/on-call.js';
import type { Roster } from '../domain/roster.values.js';
import { readRoster } from '../permissions.js';
import { rosters } from '../roster.aggregate.js';
import { OnCallBody, OnCallParams } from './roster.body.js';

@ApiTags('on-call-rosters')
@Controller('on-call-rosters')
export class OnCallController {
  constructor(private readonly queries: QueryBus) {}

  /** Who is on call on each rung at an instant, by the edition in force then and its exceptions (B3). */
  @Get(':roster/on-call')
  @Can(readRoster)
  async whoIsOnCall(
    @Param('roster', SlugPipe) id: string,
    @Query() { at: asked }: OnCallParams,
    @FromRequest() { receivedAt }: Sent,
  ): Promise<OnCallBody> {
    const at = asked ?? receivedAt;
    const { state: roster }: Folded<Roster> = await this.queries.execute(new rosters.Read(id));
    const edition = editionAt(roster, at);
    if (!edition) return { at, edition: null, rungs: [], generalManager: null };
    const rungs = edition.rungs.map(({ name }, index) => {
      const employees = [...onCall(roster, edition, index + 1, at)];
      return { rung: index + 1, name, employees };
    });
    return { at, edition: edition.edition, rungs, generalManager: edition.generalManager };
  }
}
