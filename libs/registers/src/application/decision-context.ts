import { Injectable } from '@nestjs/common';
import { customerStreams, unknownCustomer } from '@app/customers';
import { employeeStreams, notActive } from '@app/department';
import { Contexts, type DecisionContext, type RequestFor } from '@app/event-store';
import type { Holding } from '../domain/holding.js';
import type { IssueParts, PartsCommand, PartsInHand, ReturnParts } from '../domain/parts.js';
import type { SetSlaTerms, SlaTermsRegister } from '../domain/sla-terms.js';
import type { CheckOutTool, Tool, ToolCommand } from '../domain/tool.js';

/** Finds out from the staff list whether an employee may be given something to hold. */
abstract class Hands {
  constructor(protected readonly contexts: Contexts) {}

  /** @throws NotFound `unknown-employee` */
  protected async holding(employee: string): Promise<Holding> {
    const { status } = await this.contexts.read(employeeStreams, employee);
    if (status !== 'active') throw notActive(employee);
    return { holder: 'active' };
  }
}

@Injectable()
export class ToolDecisionContext extends Hands implements DecisionContext<ToolCommand, Tool> {
  constructor(contexts: Contexts) {
    super(contexts);
  }

  checkOutTool({ data }: RequestFor<CheckOutTool>): Promise<CheckOutTool['known']> {
    return this.holding(data.employee);
  }
}

@Injectable()
export class PartsDecisionContext
  extends Hands
  implements DecisionContext<PartsCommand, PartsInHand>
{
  constructor(contexts: Contexts) {
    super(contexts);
  }

  issueParts({ data }: RequestFor<IssueParts>): Promise<IssueParts['known']> {
    return this.holding(data.employee);
  }

  returnParts({ data }: RequestFor<ReturnParts>): Promise<ReturnParts['known']> {
    return this.holding(data.employee);
  }
}

@Injectable()
export class SlaTermsDecisionContext implements DecisionContext<SetSlaTerms, SlaTermsRegister> {
  constructor(private readonly contexts: Contexts) {}

  /** @throws NotFound `unknown-customer` */
  async setSlaTerms({ data }: RequestFor<SetSlaTerms>): Promise<SetSlaTerms['known']> {
    const { status } = await this.contexts.read(customerStreams, data.customer);
    if (status === 'none') throw unknownCustomer('/customer');
    return { customer: 'on-file' };
  }
}
