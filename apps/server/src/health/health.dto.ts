import { ApiProperty } from '@nestjs/swagger';
import type { StoreMetrics } from '@app/event-store';
import type { ProcessStatus } from '@app/processes';
import type { ProjectionStatus } from '@app/projections';
import type { MailStatus } from '../mail/mail-status.js';
import type { ThreadStatus } from '../followers/thread-health.js';
import type { Readiness } from './health.js';

export class LiveBody {
  readonly status!: 'ok';
}

class ReadinessBody implements Readiness {
  readonly accepting!: boolean;
  readonly database!: boolean;
  readonly migrations!: boolean;
  /** The log answers; in a cluster of EventStoreDB, from the node that leads. */
  readonly log!: boolean;
  /** False from when the database says that it is full until a write goes through again. */
  readonly room!: boolean;
}

export class ReadyBody {
  readonly status!: 'ok' | 'unavailable';
  readonly checks!: ReadinessBody;
}

/** The queue before the log, and what this process has done for it since it started. */
class StoreBody implements Omit<StoreMetrics, 'head'> {
  /** The newest position that this process knows of; decimal. */
  readonly head!: string;
  readonly queuedAppends!: number;
  readonly queuedEvents!: number;
  readonly queuedBytes!: number;
  readonly storedEvents!: number;
  readonly collisions!: number;
  readonly reconnects!: number;
  /** Batches sent in one insert, and calls of the lock path; only where the log is in PostgreSQL. */
  readonly optimisticBatches?: number;
  readonly lockedBatches?: number;
}

/** How far behind the log a projection is, and who works on it. */
class ProjectionBody implements Omit<ProjectionStatus, 'position' | 'logId' | 'lease' | 'failure'> {
  readonly name!: string;
  readonly version!: number;
  readonly state!: ProjectionStatus['state'];
  readonly position!: string;
  /** Of which log its rows are; absent before anybody led it. */
  readonly logId?: string;
  readonly lagEvents!: number;
  /** Age of the oldest event that it has not looked at yet. */
  readonly lagSeconds!: number;
  /** Who leads it at present; null when nobody does. */
  readonly lease!: Record<string, string> | null;
  /** Why it cannot get on; absent while it can. */
  readonly failure?: Record<string, unknown>;
}

/** How a process stands: what it has not looked at, what waits for a mend, what is to fall due. */
class ProcessBody implements Omit<
  ProcessStatus,
  'position' | 'owner' | 'oldestOverdue' | 'awaitedYear'
> {
  readonly name!: string;
  /** Absent before anybody led it. */
  readonly position?: string;
  readonly lagEvents!: number;
  /** Who leads it at present; absent when nobody does. */
  readonly owner?: string;
  /** Streams that wait for a mend, and the events in them. */
  readonly parkedStreams!: number;
  readonly parkedEvents!: number;
  /** Commands that the domain refused within the last 24 hours. */
  readonly refusals!: number;
  readonly deadlines!: number;
  readonly overdue!: number;
  /** Deadlines that wait for a year of the working calendar; the first such year, absent where none does. */
  readonly awaitingYear!: number;
  readonly awaitedYear?: string;
  /** When the oldest of the overdue ones was due. */
  readonly oldestOverdue?: string;
  readonly failedDeadlines!: number;
  /** Why it cannot get on; absent while it can. */
  readonly failure?: string;
}

/** The thread on which this process lets projections and processes follow the log. */
class ThreadBody implements ThreadStatus {
  /** `none`: it keeps no such thread; `waiting`: it could not begin, and begins again. */
  readonly state!: ThreadStatus['state'];
  /** How often in a row it has ended unasked without having followed in between. */
  readonly failures!: number;
  /** Why it ended the last time; absent while it follows. */
  readonly reason?: string;
  /** When it begins again; absent unless it waits. */
  readonly againAt?: string;
}

/** What the operator has to see to. */
class CalendarBody {
  /** A year whose working calendar should be published by now; absent where none is missing. */
  readonly missingYear?: string;
}

/** How the mails of notices stand; all 0 where no mail server is named. */
class MailBody implements MailStatus {
  readonly waiting!: number;
  /** Those of them that the mail server has not taken yet though it was tried. */
  readonly retried!: number;
  /** When the oldest of those that wait was given. */
  readonly oldestWaiting?: string;
  /** Given up within the last 24 hours: nobody took them for a day. */
  readonly failed!: number;
  /** What the mail server said last of one that waits. */
  readonly failure?: string;
}

export class DepsBody {
  readonly store!: StoreBody;

  @ApiProperty({ type: [ProjectionBody] })
  readonly projections!: readonly ProjectionBody[];

  readonly thread!: ThreadBody;

  @ApiProperty({ type: [ProcessBody] })
  readonly processes!: readonly ProcessBody[];

  readonly calendar!: CalendarBody;

  readonly mail!: MailBody;
}
