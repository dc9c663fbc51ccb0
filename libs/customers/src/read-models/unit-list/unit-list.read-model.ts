import { IsIn } from 'class-validator';
import { MayBeAbsent, PageQuery, Slug, Text } from '@app/http';
import { listOf } from '@app/projections';
import { sameCustomers } from '../../contract.js';
import { readUnit } from '../../permissions.js';
import { UnitContracts1769001600000 } from './1769001600000-unit-contracts.js';
import { UnitList1769000910000 } from './1769000910000-unit-list.js';
import { unitList } from './unit-list.projection.js';

/** Which units. */
export class UnitListParams extends PageQuery {
  /** Words in id, product, serial number, a document's number, or a component's barcode, name or serial number. */
  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  q?: string;

  /** Id of the owner on file. */
  @MayBeAbsent()
  @Slug()
  customer?: string;

  @MayBeAbsent()
  @Slug()
  site?: string;

  @MayBeAbsent()
  @IsIn(['product', 'system'])
  kind?: 'product' | 'system';

  @MayBeAbsent()
  @IsIn(['in-use', 'retired'])
  status?: 'in-use' | 'retired';
}

/** The installed base. */
export const unitListModel = listOf(unitList, {
  path: 'units',
  operation: 'listUnits',
  summary: 'The installed base by owner, site or words, in the order of ids.',
  to: readUnit,
  params: UnitListParams,
  same: { column: 'customer', idsOf: sameCustomers },
  migrations: [UnitList1769000910000, UnitContracts1769001600000],
});
