import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Executor, type CommandRequest, type Outcome } from '@app/event-store';
import { customerAggregate, customerStream } from './customer.aggregate.js';

/** A command for a customer's file. */
export class HandleCustomer {
  constructor(readonly request: CommandRequest) {}
}

@CommandHandler(HandleCustomer)
export class HandleCustomerHandler implements ICommandHandler<HandleCustomer> {
  constructor(private readonly executor: Executor) {}

  execute({ request }: HandleCustomer): Promise<Outcome> {
    return this.executor.carryOut(request, customerStream(request.id), customerAggregate);
  }
}
