import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { NotFound } from '@app/kernel';
import { Executor, type Folded } from '@app/event-store';
import type { EntitlementEntry } from '../domain/entitlement.js';
import type { PartsInHand } from '../domain/parts.js';
import type { SlaTermsEntry } from '../domain/sla-terms.js';
import { unknownTool, type Tool } from '../domain/tool.js';
import {
  entitlementAggregate,
  entitlementStream,
  partsAggregate,
  partsStream,
  slaTermsAggregate,
  slaTermsStream,
  toolAggregate,
  toolStream,
} from './registers.aggregates.js';

/** What is registered under a reference. */
export class ReadEntitlement {
  constructor(readonly reference: string) {}
}

/** The terms that a customer was promised. */
export class ReadSlaTerms {
  constructor(readonly customer: string) {}
}

/** A tool, and in whose hands it is. */
export class ReadTool {
  constructor(readonly tool: string) {}
}

/** How many pieces of a material an employee has in hand. */
export class ReadParts {
  constructor(
    readonly employee: string,
    readonly sku: string,
  ) {}
}

@QueryHandler(ReadEntitlement)
export class ReadEntitlementHandler implements IQueryHandler<ReadEntitlement> {
  constructor(private readonly executor: Executor) {}

  /** @throws NotFound `unknown-entitlement` */
  async execute({ reference }: ReadEntitlement): Promise<Folded<EntitlementEntry>> {
    const { state, ...folded } = await this.executor.load(
      entitlementAggregate,
      entitlementStream(reference),
    );
    if (state) return { ...folded, state };
    throw new NotFound('unknown-entitlement', {
      zh: '没有登记此凭证或条码',
      en: 'there is no such document or barcode in the register',
    });
  }
}

@QueryHandler(ReadSlaTerms)
export class ReadSlaTermsHandler implements IQueryHandler<ReadSlaTerms> {
  constructor(private readonly executor: Executor) {}

  /** @throws NotFound `no-own-terms` */
  async execute({ customer }: ReadSlaTerms): Promise<Folded<SlaTermsEntry>> {
    const { state, ...folded } = await this.executor.load(
      slaTermsAggregate,
      slaTermsStream(customer),
    );
    if (state) return { ...folded, state };
    throw new NotFound('no-own-terms', {
      zh: '该客户没有单独约定的时限，按制度执行',
      en: "the customer has no terms of their own; the policy's hold",
    });
  }
}

@QueryHandler(ReadTool)
export class ReadToolHandler implements IQueryHandler<ReadTool> {
  constructor(private readonly executor: Executor) {}

  /** @throws NotFound `unknown-tool` */
  async execute({ tool }: ReadTool): Promise<Folded<Tool>> {
    const folded = await this.executor.load(toolAggregate, toolStream(tool));
    if (folded.version > 0) return folded;
    throw unknownTool();
  }
}

@QueryHandler(ReadParts)
export class ReadPartsHandler implements IQueryHandler<ReadParts> {
  constructor(private readonly executor: Executor) {}

  /** @throws NotFound `never-issued` */
  async execute({ employee, sku }: ReadParts): Promise<Folded<PartsInHand>> {
    const folded = await this.executor.load(partsAggregate, partsStream(employee, sku));
    if (folded.version > 0) return folded;
    throw new NotFound('never-issued', {
      zh: '从未向该员工发放此配件',
      en: 'this part was never issued to this employee',
    });
  }
}
