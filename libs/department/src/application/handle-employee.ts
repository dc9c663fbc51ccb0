import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Executor, type CommandRequest, type Outcome } from '@app/event-store';
import { employeeAggregate, employeeStream } from './employee.aggregate.js';

/** A command for an employee's file. */
export class HandleEmployee {
  constructor(readonly request: CommandRequest) {}
}

@CommandHandler(HandleEmployee)
export class HandleEmployeeHandler implements ICommandHandler<HandleEmployee> {
  constructor(private readonly executor: Executor) {}

  execute({ request }: HandleEmployee): Promise<Outcome> {
    return this.executor.carryOut(request, employeeStream(request.id), employeeAggregate);
  }
}
