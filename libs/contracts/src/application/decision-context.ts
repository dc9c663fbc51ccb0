import { Injectable } from '@nestjs/common';
import { calendarOf } from '@app/calendar';
import { customerStreams, unknownCustomer } from '@app/customers';
import { Contexts, type DecisionContext, type RequestFor } from '@app/event-store';
import { yearOf } from '@app/kernel';
import type {
  ContractCommand,
  DraftContract,
  DraftWarranty,
  KnownSites,
  PlanMaintenance,
} from '../domain/contract.commands.js';
import type { Contract } from '../domain/contract.state.js';
import { plannedSince } from '../domain/planning.js';
import { acceptedSystem } from './accepted-system.js';
import { rulesOf } from './recurrence.js';

/** What contracts ask of customers' files and of the working calendar. */
@Injectable()
export class ContractDecisionContext implements DecisionContext<ContractCommand, Contract> {
  constructor(private readonly contexts: Contexts) {}

  async draftContract({ data }: RequestFor<DraftContract>): Promise<KnownSites> {
    const file = await this.contexts.read(customerStreams, data.customer);
    if (file.status !== 'registered') throw unknownCustomer('/customer');
    return { sites: file.sites.map(({ site }) => site) };
  }

  draftWarranty(request: RequestFor<DraftWarranty>): Promise<DraftWarranty['known']> {
    return acceptedSystem(request, this.contexts);
  }

  /** Whoever asks of a contract that there is not is told so by the decision. */
  async amendContract(_: unknown, contract: Contract): Promise<KnownSites> {
    return contract.status === 'none' ? { sites: [] } : this.sitesOf(contract.customer);
  }

  readonly renewContract = this.amendContract.bind(this);

  readonly reviseDraft = this.amendContract.bind(this);

  async planMaintenance(
    { occurredAt }: Pick<RequestFor<PlanMaintenance>, 'occurredAt'>,
    contract: Contract,
  ): Promise<PlanMaintenance['known']> {
    if (contract.status === 'none') return { rules: [], calendar: new Map() };
    const since = plannedSince(contract, occurredAt);
    const [first, last] = [since, contract.until].map((day) => Number(yearOf(day)));
    const years = Array.from({ length: Math.max(0, last! - first! + 1) }, (_, n) => first! + n);
    const calendar = await calendarOf(this.contexts, years.map(String));
    return { rules: rulesOf(contract, since, calendar), calendar };
  }

  private async sitesOf(customer: string): Promise<KnownSites> {
    const file = await this.contexts.read(customerStreams, customer);
    if (file.status === 'none') throw unknownCustomer();
    return { sites: file.sites.map(({ site }) => site) };
  }
}
