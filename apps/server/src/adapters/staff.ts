import { Injectable } from '@nestjs/common';
import {
  employeeAggregate,
  employeeStream,
} from '@app/department/application/employee.aggregate.js';
import { Executor } from '@app/event-store';
import { Staff as IdentityStaff } from '@app/identity';
import { Staff as RegistersStaff } from '@app/registers/application/ports.js';
import type { KnownTechnician } from '@app/tickets';
import { Staff } from '@app/tickets/application/ports.js';

/** Tickets ask the staff list whom they can send; a technician is whoever works in the repair department. */
@Injectable()
export class StaffOfDepartment extends Staff {
  constructor(private readonly executor: Executor) {
    super();
  }

  async technician(employee: string): Promise<KnownTechnician> {
    const { state } = await this.executor.load(employeeAggregate, employeeStream(employee));
    if (state.status === 'none' || state.department !== 'repair') return undefined;
    return { employee, active: state.status === 'active' };
  }
}

/** The registers ask the staff list who is there. */
@Injectable()
export class RegistersStaffOfDepartment extends RegistersStaff {
  constructor(private readonly executor: Executor) {
    super();
  }

  isActive(employee: string): Promise<boolean> {
    return isActive(this.executor, employee);
  }
}

/** So does identity. */
@Injectable()
export class IdentityStaffOfDepartment extends IdentityStaff {
  constructor(private readonly executor: Executor) {
    super();
  }

  isActive(employee: string): Promise<boolean> {
    return isActive(this.executor, employee);
  }
}

async function isActive(executor: Executor, employee: string): Promise<boolean> {
  const { state } = await executor.load(employeeAggregate, employeeStream(employee));
  return state.status === 'active';
}
