import { Injectable } from '@nestjs/common';
import {
  customerAggregate,
  customerStream,
} from '@app/customers/application/customer.aggregate.js';
import { Executor } from '@app/event-store';
import type { Instant } from '@app/kernel';
import { policyAt } from '@app/policy';
import { CustomerFiles as RegistersCustomerFiles } from '@app/registers/application/ports.js';
import { CustomerFiles } from '@app/tickets/application/ports.js';
import type { KnownSite } from '@app/tickets';

/** Tickets ask the customer files for a site. */
@Injectable()
export class CustomerFilesOfCustomers extends CustomerFiles {
  constructor(private readonly executor: Executor) {
    super();
  }

  isKnown(customer: string): Promise<boolean> {
    return isKnown(this.executor, customer);
  }

  async site(customer: string, site: string, at: Instant): Promise<KnownSite | undefined> {
    const { state } = await this.executor.load(customerAggregate, customerStream(customer));
    if (state.status === 'none') return undefined;
    const known = state.sites.find((each) => each.site === site);
    if (!known) return undefined;
    const { address, landmark, phone = state.phone } = known;
    const quietHours = known.quietHours ?? policyAt(at).quietHours;
    return { name: state.name, phone, address, landmark, quietHours };
  }
}

/** The registers ask them who is a customer. */
@Injectable()
export class RegistersCustomerFilesOfCustomers extends RegistersCustomerFiles {
  constructor(private readonly executor: Executor) {
    super();
  }

  isKnown(customer: string): Promise<boolean> {
    return isKnown(this.executor, customer);
  }
}

async function isKnown(executor: Executor, customer: string): Promise<boolean> {
  const { state } = await executor.load(customerAggregate, customerStream(customer));
  return state.status !== 'none';
}
