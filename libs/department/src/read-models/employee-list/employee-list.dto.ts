import { MayBeAbsent, PageQuery, Text } from '@app/http';
import { Flag, SeveralOf } from '@app/http';
import type { Department } from '../../contract.js';
import type { EmployeeStatus } from './employee-list.row.js';

/** Which employees. Conditions hold all at once. */
export class EmployeeListParams extends PageQuery {
  /** Default: all. */
  @SeveralOf(['active', 'dismissed', 'left'])
  status?: EmployeeStatus[];

  /** Departments; technicians are those of `repair`. Default: every one. */
  @SeveralOf(['sales', 'repair', 'office'])
  department?: Department[];

  /** `true`: who leads others; `false`: who does not. */
  @Flag()
  supervisor?: boolean;

  /** Words in name or employee id; all of them must occur. */
  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  q?: string;
}
