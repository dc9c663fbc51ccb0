import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Executor, type Folded } from '@app/event-store';
import type { Employee } from '../domain/employee.decider.js';
import { employeeAggregate, employeeStream } from './employee.aggregate.js';

/** An employee's file as it stands now. */
export class ReadEmployee {
  constructor(readonly employee: string) {}
}

@QueryHandler(ReadEmployee)
export class ReadEmployeeHandler implements IQueryHandler<ReadEmployee> {
  constructor(private readonly executor: Executor) {}

  execute({ employee }: ReadEmployee): Promise<Folded<Employee>> {
    return this.executor.load(employeeAggregate, employeeStream(employee));
  }
}
