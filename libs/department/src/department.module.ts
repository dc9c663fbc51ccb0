import { Module } from '@nestjs/common';
import { HandleEmployeeHandler } from './application/handle-employee.js';
import { ReadEmployeeHandler } from './application/read-employee.js';
import { EmployeeCommandsController, EmployeesController } from './http/employees.controller.js';

/** The department's people: who works here, where, and under whom. */
@Module({
  controllers: [EmployeesController, EmployeeCommandsController],
  providers: [HandleEmployeeHandler, ReadEmployeeHandler],
})
export class DepartmentModule {}
