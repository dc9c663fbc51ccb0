import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NotFound } from '@app/kernel';
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

  /** @throws NotFound */
  async execute({ employee }: ReadEmployee): Promise<Folded<Employee>> {
    const folded = await this.executor.load(employeeAggregate, employeeStream(employee));
    if (folded.version > 0) return folded;
    throw new NotFound('unknown-employee', { zh: '没有这位员工', en: 'there is no such employee' });
  }
}
