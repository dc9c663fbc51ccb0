import { Injectable } from '@nestjs/common';
import { Executor } from '@app/event-store';
import {
  entitlementAggregate,
  entitlementStream,
} from '@app/registers/application/registers.aggregates.js';
import type { Entitlement } from '@app/tickets';
import { InstalledBase } from '@app/tickets/application/ports.js';

/** Tickets ask the register of warranties and contracts. */
@Injectable()
export class InstalledBaseOfRegisters extends InstalledBase {
  constructor(private readonly executor: Executor) {
    super();
  }

  async entitlementOf({
    document,
    barcode,
  }: {
    document?: string;
    barcode?: string;
  }): Promise<Entitlement | undefined> {
    const reference = document ?? barcode;
    if (!reference) return undefined;
    const { state } = await this.executor.load(entitlementAggregate, entitlementStream(reference));
    if (!state) return undefined;
    const { kind, until } = state;
    return { kind, reference, ...(until && { until }) };
  }
}
