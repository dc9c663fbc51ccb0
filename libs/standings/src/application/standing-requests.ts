import { Injectable } from '@nestjs/common';
import { RequestCheck } from '@app/aggregates';
import type { CommandRequest } from '@app/event-store';
import { ActsOnWhomTheyLead } from './acts-on-whom-they-lead.js';
import { EvidenceIsStored } from './evidence-is-stored.js';

/** What is asked of whoever changes an employee's year or figures, before anything is decided. */
@Injectable()
export class StandingRequests extends RequestCheck {
  constructor(
    private readonly led: ActsOnWhomTheyLead,
    private readonly stored: EvidenceIsStored,
  ) {
    super();
  }

  /** @throws Forbidden `not-led-by-you` @throws Invalid `unknown-file` */
  async check(request: CommandRequest): Promise<void> {
    await this.led.check(request);
    await this.stored.check(request);
  }
}
