import { Matches } from 'class-validator';
import { MayBeAbsent, WholeNumber } from '@app/http';

/** Which edition of the service settings, drafted or approved, on which year. */
export class SettingsSimulationParams {
  @Matches(/^20\d{2}\.\d{1,3}$/)
  edition!: string;

  @Matches(/^20\d{2}$/)
  year!: string;

  /** `next` of the answer before; default: from the beginning. */
  @MayBeAbsent()
  @Matches(/^\d{1,18}$/)
  after?: string;

  /** Tickets at a time. */
  @MayBeAbsent()
  @WholeNumber({ min: 1, max: 200 })
  limit?: number;
}

/** A clock that the edition would have judged otherwise. */
export class OtherClockBody {
  readonly clock!: 'response' | 'restoration';
  readonly round!: number;
  /** The edition that judges it. */
  readonly edition!: string;
  readonly due!: string;
  readonly verdict!: 'running' | 'met' | 'breached' | 'ended';
  readonly otherDue!: string;
  readonly otherVerdict!: 'running' | 'met' | 'breached' | 'ended';
}

/** A ticket of which a clock would have been judged otherwise. */
export class OtherTicketBody {
  readonly ticket!: string;
  readonly clocks!: OtherClockBody[];
}

/** Some tickets of a year under another edition of the service settings. */
export class SettingsSimulationBody {
  readonly edition!: string;
  readonly year!: string;
  /** How many tickets of the year were judged this time. */
  readonly judged!: number;
  /** Up to which position of the log tickets were judged so far, and where it ends. */
  readonly done!: string;
  readonly total!: string;
  readonly items!: OtherTicketBody[];
  /**
   * Parts of the settings that the edition changes, and of which nothing is tried: what they judge depends on what
   * people did knowing them. Only response times (`sla`) are.
   */
  readonly notTried!: string[];
  /** For the parameter `after`; null when all are done. */
  readonly next!: string | null;
}
