import { Module } from '@nestjs/common';
import { EmployeeParticipants } from './application/employee-participants.js';
import { employees } from './employee.aggregate.js';
import { reportingLines } from './reporting-lines.aggregate.js';
import { passSubordinatesToTheSuccessor } from './processes/pass-subordinates-to-the-successor.js';
import { employeeListModel } from './read-models/employee-list/employee-list.read-model.js';

/** The department's people: who works here, where, and under whom. */
@Module({
  controllers: employees.controllers,
  providers: employees.handledBy({ participants: EmployeeParticipants }),
})
export class DepartmentModule {
  static readonly aggregates = [employees, reportingLines];
  static readonly readModels = [employeeListModel];
  static readonly processes = [passSubordinatesToTheSuccessor];
}
