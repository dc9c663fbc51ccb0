import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { NotFound } from '@app/kernel';
import { commandOf, Executor, type CommandRequest, type Outcome } from '@app/event-store';
import type { PartsCommand } from '../domain/parts.js';
import type { ToolCommand } from '../domain/tool.js';
import { CustomerFiles, Staff } from './ports.js';
import {
  entitlementAggregate,
  entitlementStream,
  partsAggregate,
  partsStream,
  slaTermsAggregate,
  slaTermsStream,
  toolAggregate,
  toolStream,
} from './registers.aggregates.js';

export class HandleEntitlement {
  constructor(readonly request: CommandRequest) {}
}

export class HandleSlaTerms {
  constructor(readonly request: CommandRequest) {}
}

export class HandleTool {
  constructor(readonly request: CommandRequest) {}
}

export class HandleParts {
  constructor(readonly request: CommandRequest) {}
}

@CommandHandler(HandleEntitlement)
export class HandleEntitlementHandler implements ICommandHandler<HandleEntitlement> {
  constructor(private readonly executor: Executor) {}

  execute({ request }: HandleEntitlement): Promise<Outcome> {
    return this.executor.carryOut(request, entitlementStream(request.id), entitlementAggregate);
  }
}

@CommandHandler(HandleSlaTerms)
export class HandleSlaTermsHandler implements ICommandHandler<HandleSlaTerms> {
  constructor(
    private readonly executor: Executor,
    private readonly customers: CustomerFiles,
  ) {}

  /** @throws NotFound `unknown-customer` */
  async execute({ request }: HandleSlaTerms): Promise<Outcome> {
    if (!(await this.customers.isKnown(request.id))) throw noSuchCustomer();
    return this.executor.carryOut(request, slaTermsStream(request.id), slaTermsAggregate);
  }
}

@CommandHandler(HandleTool)
export class HandleToolHandler implements ICommandHandler<HandleTool> {
  constructor(
    private readonly executor: Executor,
    private readonly staff: Staff,
  ) {}

  async execute({ request }: HandleTool): Promise<Outcome> {
    const { employee } = request.data as { employee?: string };
    return this.executor.execute({
      request,
      stream: toolStream(request.id),
      aggregate: toolAggregate,
      command: async () => {
        if (employee !== undefined) await refuseStrangers(this.staff, employee);
        return commandOf<ToolCommand>(request);
      },
    });
  }
}

@CommandHandler(HandleParts)
export class HandlePartsHandler implements ICommandHandler<HandleParts> {
  constructor(
    private readonly executor: Executor,
    private readonly staff: Staff,
  ) {}

  async execute({ request }: HandleParts): Promise<Outcome> {
    const data = { sku: request.id, ...(request.data as { employee: string; quantity: number }) };
    return this.executor.execute({
      request,
      stream: partsStream(data.employee, data.sku),
      aggregate: partsAggregate,
      command: async () => {
        await refuseStrangers(this.staff, data.employee);
        return commandOf<PartsCommand>({ ...request, data });
      },
    });
  }
}

/** Asked of a command, not of its repeat: who was there when it was carried out may have left since. */
async function refuseStrangers(staff: Staff, employee: string): Promise<void> {
  if (await staff.isActive(employee)) return;
  const says = { zh: `没有在职员工 ${employee}`, en: `there is no active employee ${employee}` };
  throw new NotFound('unknown-employee', says, '/employee');
}

function noSuchCustomer(): NotFound {
  const says = { zh: '没有这位客户', en: 'there is no such customer' };
  return new NotFound('unknown-customer', says, '/customer');
}
