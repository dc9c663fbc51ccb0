import { Injectable } from '@nestjs/common';
import { contractsOfUnits } from '@app/customers/src/application/unit-covers.js';
import { customerStreams, sameCustomers, unknownCustomer, type Customer } from '@app/customers';
import { unitStreams, type KnownUnit } from '@app/customers/src/domain/unit/unit.state.js';
import { coverShown } from '@app/customers/src/http/cover-shown.js';
import type { CustomerBody } from '@app/customers/src/http/customer.dto.js';
import type { UnitRow } from '@app/customers/src/read-models/unit-list/unit-list.row.js';
import { Contexts } from '@app/event-store';
import type { Instant } from '@app/kernel';
import type { UnitOfCustomer } from './customer-page.dto.js';

/** What a customer's page shows that no list holds: the files themselves, and what covers units at a moment. */
@Injectable()
export class FilesAndCovers {
  constructor(private readonly contexts: Contexts) {}

  /** @throws NotFound `unknown-customer` */
  async filesOf(customer: string): Promise<CustomerBody[]> {
    const names = await sameCustomers(customer, this.contexts);
    const files = await this.contexts.readMany(customerStreams, names);
    if (files[names.indexOf(customer)]?.status === 'none') throw unknownCustomer();
    return files.filter(isOnFile) as CustomerBody[];
  }

  /** The rows, each with what may be claimed for its unit. */
  async covered(rows: readonly UnitRow[], at: Instant): Promise<UnitOfCustomer[]> {
    const ids = rows.map(({ unit }) => unit);
    const units = (await this.contexts.readMany(unitStreams, ids)) as readonly KnownUnit[];
    const contracts = await contractsOfUnits(units, at, this.contexts);
    return rows.map((row, index) => ({
      ...row,
      cover: coverShown({ ...units[index]!, contracts: contracts[index]! }, at),
    }));
  }
}

function isOnFile({ status }: Customer): boolean {
  return status !== 'none';
}
