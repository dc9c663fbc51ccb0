import { Injectable } from '@nestjs/common';
import { Executor } from '@app/event-store';
import type { Instant } from '@app/kernel';
import { policyAt } from '@app/policy';
import {
  slaTermsAggregate,
  slaTermsStream,
} from '@app/registers/application/registers.aggregates.js';
import type { SlaTerms } from '@app/tickets';
import { ServiceLevels } from '@app/tickets/application/ports.js';

/** Tickets ask the register of promised times; whoever was promised nothing else gets the policy's. */
@Injectable()
export class ServiceLevelsOfRegisters extends ServiceLevels {
  constructor(private readonly executor: Executor) {
    super();
  }

  async termsFor(customer: string | undefined, at: Instant): Promise<SlaTerms> {
    const own =
      customer && (await this.executor.load(slaTermsAggregate, slaTermsStream(customer))).state;
    if (own) return own;
    const { sla } = policyAt(at);
    return { terms: 'default', response: sla.response, restoration: sla.restoration };
  }
}
