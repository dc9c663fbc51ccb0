import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Can, Public } from '@app/identity';
import { Contexts, EventStore } from '@app/event-store';
import { Processes } from '@app/processes';
import { Projections } from '@app/projections';
import { DepsBody, LiveBody, ReadyBody } from './health.dto.js';
import { Health } from './health.js';
import { mailStatus } from '../mail/mail-status.js';
import { ThreadHealth } from '../followers/thread-health.js';
import { missingCalendar } from './missing-calendar.js';

/** How the server is. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly projections: Projections,
    private readonly processes: Processes,
    private readonly store: EventStore,
    private readonly dataSource: DataSource,
    private readonly contexts: Contexts,
    private readonly thread: ThreadHealth,
  ) {}

  /** The process answers. */
  @Get('live')
  @Public()
  live(): LiveBody {
    return { status: 'ok' };
  }

  /** It can take requests; 503 when it cannot, or is shutting down. */
  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadyBody> {
    const checks = await this.health.readiness();
    const ok = Object.values(checks).every(Boolean);
    response.setHeader('Cache-Control', 'no-store');
    if (!ok) response.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { status: ok ? 'ok' : 'unavailable', checks };
  }

  /** What it depends on: the queue before the log, how each projection and each process stands and the thread that they run on, whether the working calendar is there, and how the mails of notices stand. */
  @Get('deps')
  @Can('read-deps')
  @ApiOkResponse({ type: DepsBody })
  async deps(): Promise<object> {
    const { head, ...queue } = this.store.metrics;
    const [projections, processes, missingYear, mail] = await Promise.all([
      this.projections.status(),
      this.processes.status(),
      missingCalendar(this.dataSource, this.contexts),
      mailStatus(this.dataSource),
    ]);
    return {
      store: { head: head.toString(), ...queue },
      projections: projections.map(({ position, ...status }) => ({
        ...status,
        position: position.toString(),
      })),
      thread: this.thread.status,
      processes: processes.map(({ position, owner, oldestOverdue, awaitedYear, ...status }) => ({
        ...status,
        position: position?.toString(),
        owner: owner ?? undefined,
        awaitedYear: awaitedYear ?? undefined,
        oldestOverdue: oldestOverdue?.toISOString(),
      })),
      calendar: { missingYear },
      mail,
    };
  }
}
