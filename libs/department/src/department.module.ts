import { Module } from '@nestjs/common';
import { employees } from './employee.aggregate.js';
import { passSubordinatesToTheSuccessor } from './processes/pass-subordinates-to-the-successor.js';
import { employeeListModel } from './read-models/employee-list/employee-list.read-model.js';

/** The department's people: who works here, where, and under whom. */
@Module({ controllers: employees.controllers, providers: employees.handledBy() })
export class DepartmentModule {
  static readonly aggregates = [employees];
  static readonly readModels = [employeeListModel];
  static readonly processes = [passSubordinatesToTheSuccessor];
}
