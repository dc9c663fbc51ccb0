import { OmitType } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { CommandDto, Slug, Text, MayBeAbsent } from '@app/http';
import type { Department, EmployeeFile } from '../domain/employee.events.js';

const DEPARTMENTS: readonly Department[] = ['sales', 'repair', 'office'];

export class ChangeEmployeeDto extends CommandDto implements EmployeeFile {
  @Text({ max: 100, singleLine: true })
  name!: string;

  @IsIn(DEPARTMENTS)
  department!: Department;

  /** Leads others. */
  @IsBoolean()
  supervisor!: boolean;

  /** The one direct supervisor. */
  @MayBeAbsent()
  @Slug()
  reportsTo?: string;
}

export class RegisterEmployeeDto extends ChangeEmployeeDto {
  @Slug()
  employee!: string;
}

export class RecordEmployeeLeftDto extends CommandDto {
  @MayBeAbsent()
  @Text({ max: 500 })
  reason?: string;
}

/** An employee's file, as it is shown. */
export class EmployeeBody extends OmitType(RegisterEmployeeDto, ['occurredAt']) {
  readonly status!: 'active' | 'dismissed' | 'left';

  /** When they were registered or their file last changed. */
  readonly since!: string;
}
