import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { commandController, SlugPipe } from '@app/command-routes';
import { AnswersVersionOf, versioned, type Versioned } from '@app/http';
import { Can } from '@app/identity';
import type { Folded } from '@app/event-store';
import { HandleEmployee } from '../application/handle-employee.js';
import { ReadEmployee } from '../application/read-employee.js';
import type { Employee } from '../domain/employee.decider.js';
import {
  ChangeEmployeeDto,
  EmployeeBody,
  RecordEmployeeLeftDto,
  RegisterEmployeeDto,
} from './employee.dto.js';

export const EmployeeCommandsController = commandController({
  path: 'employees',
  id: 'employee',
  message: HandleEmployee,
  creates: { RegisterEmployee: RegisterEmployeeDto },
  commands: { RecordEmployeeLeft: RecordEmployeeLeftDto },
  edits: { ChangeEmployee: ChangeEmployeeDto },
});

@ApiTags('employees')
@Controller('employees')
export class EmployeesController {
  constructor(private readonly queries: QueryBus) {}

  /** An employee's file. */
  @Get(':employee')
  @Can('read-employee')
  @AnswersVersionOf(EmployeeBody)
  async readEmployee(@Param('employee', SlugPipe) employee: string): Promise<Versioned<Employee>> {
    const { version, state } = await this.queries.execute<ReadEmployee, Folded<Employee>>(
      new ReadEmployee(employee),
    );
    return versioned(version, state);
  }
}
