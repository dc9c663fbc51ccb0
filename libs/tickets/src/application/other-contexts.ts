import { Injectable } from '@nestjs/common';
import { calendarOf } from '@app/calendar';
import { contractStreams, promiseStreams, termsHeld, termsOn } from '@app/contracts';
import { customerStreams, sameCustomers, unknownCustomer } from '@app/customers';
import { employeeStreams } from '@app/department';
import { commandOf, Contexts, type RequestFor } from '@app/event-store';
import { holderAt, toolStreams } from '@app/inventory';
import {
  instantOf,
  localDate,
  yearOf,
  type Instant,
  type NamedDay,
  type WorkingCalendar,
} from '@app/kernel';
import { policyAt, toldLate } from '@app/policy';
import { installedCover, type CallOf, type LookedAt } from './installed-cover.js';
import { siteOnFile } from './site-on-file.js';
import type { PublishedDays } from '../domain/clocks/clock.events.js';
import type {
  ApplyTerms,
  CheckEntitlement,
  ConsentByClause,
  KnownQuietHours,
  KnownSite,
  KnownTechnician,
  SlaTerms,
} from '../domain/ticket/ticket.commands.js';
import { numberStreams } from '../domain/number/number.stream.js';
import type { KnownSignature } from '../domain/visit/known-signature.js';
import type { SignedStep } from '../domain/visit/own-signature.js';
import type { Ticket } from '../domain/ticket/ticket.state.js';

/** A customer on file, and the site that they call from, where they are known. */
interface Caller {
  readonly customer?: string;
  readonly site?: string;
}

/** What other contexts publish, in the words of tickets. */
@Injectable()
export class OtherContexts {
  constructor(private readonly contexts: Contexts) {}

  /**
   * A site of a customer on file, with the customer's name and phone as they are known now, and the
   * quiet hours that held at a moment; undefined without a site, or when the customer has no such one.
   *
   * @param at when the site is called from or visited; its policy gives the quiet hours of a site that
   * had named none. What was put on file later counts as it stands.
   * @throws NotFound `unknown-customer`
   */
  async siteOf(
    customer: string,
    site: string | undefined,
    at: Instant,
  ): Promise<KnownSite | undefined> {
    const { then, now: file } = await this.contexts.readAsOf(customerStreams, customer, at);
    if (file.status !== 'registered') throw unknownCustomer('/customer');
    return siteOnFile({ then, now: file, site, at });
  }

  /** What an image that is told late stands under already; told in time, its number refuses it (V22). */
  async signatureUse(request: RequestFor<SignedStep>): Promise<KnownSignature> {
    const { signature } = request.data;
    if (!signature || !toldLate(commandOf(request))) return {};
    const number = { kind: 'signature' as const, number: signature.image };
    return { signatureUse: await this.contexts.read(numberStreams, number) };
  }

  /** What the file of the ticket's customer holds now; nothing where the ticket names none, or one who is erased. */
  async quietHours(ticket: Ticket, at: Instant): Promise<KnownQuietHours> {
    if (ticket.status === 'none' || !ticket.customer) return {};
    const file = await this.contexts.readAsOf(customerStreams, ticket.customer, at);
    const { now } = file;
    const { site } = ticket;
    const known = now.status === 'registered' && siteOnFile({ ...file, now, site, at });
    if (!known) return {};
    const { quietHours, restsOnDaysOff } = known;
    if (!restsOnDaysOff) return { quietHours };
    return { quietHours, calendar: await this.calendarAround(at) };
  }

  /** What is published of the year of an instant and of those beside it: no visit is agreed further ahead (V19). */
  calendarAround(at: Instant): Promise<WorkingCalendar> {
    const year = Number(yearOf(localDate(at)));
    return calendarOf(this.contexts, [year - 1, year, year + 1].map(String));
  }

  /** The terms of the contract that held at that instant for the customer's site, by what was agreed by then; else those of the policy then (B2). */
  async termsFor(caller: Caller, at: Instant): Promise<SlaTerms> {
    const { sla, version } = policyAt(at);
    const { warnPercent } = sla;
    const held = await this.heldBy(caller, at);
    if (!held) return { terms: 'default', edition: version, ...sla };
    const { contract: terms, response, restoration, from, hours } = held;
    const edition = instantOf(from, '00:00');
    const entry = { terms, edition, warnPercent, response, restoration };
    return hours ? { ...entry, working: { hours, years: await this.yearsFrom(at) } } : entry;
  }

  private async heldBy({ customer, site }: Caller, at: Instant) {
    if (customer === undefined) return undefined;
    const files = await sameCustomers(customer, this.contexts);
    const promised = await Promise.all(
      files.map(async (file) => {
        const { then } = await this.contexts.readAsOf(promiseStreams, file, at);
        // A site is called so in its own file alone.
        return file === customer ? then : then.filter(({ sites }) => sites.length === 0);
      }),
    );
    return termsHeld(promised.flat(), localDate(at), site);
  }

  /** What the emergency clause consents to beforehand of the contract that held for the call, as it stood then (V11, B3). */
  async consentFor(caller: Caller, at: Instant): Promise<ConsentByClause['known']> {
    const held = await this.heldBy(caller, at);
    if (!held) return {};
    const { then } = await this.contexts.readAsOf(contractStreams, held.contract, at);
    if (then.status === 'none') return {};
    const consent = termsOn(then, localDate(at))?.terms.emergency?.consent;
    return consent ? { clause: { ...consent, contract: held.contract } } : {};
  }

  /** What is published of the year of an instant and of the next: further ahead no time is promised. */
  private yearsFrom(at: Instant): Promise<PublishedDays[]> {
    const year = Number(yearOf(localDate(at)));
    return this.publishedDays([year, year + 1].map(String));
  }

  /** Of these years of the working calendar those that are published, in their last edition. */
  async publishedDays(years: readonly string[]): Promise<PublishedDays[]> {
    const dates = (days: readonly NamedDay[]) => days.map(({ date }) => ({ date }));
    const calendar = await calendarOf(this.contexts, years);
    return [...calendar.values()].map(({ year, edition, restDays, holidays, makeUpDays }) => ({
      year,
      edition,
      restDays,
      holidays: dates(holidays),
      makeUpDays: dates(makeUpDays),
    }));
  }

  /** Those that the ticket's customer has at that instant. */
  async termsOf(ticket: Ticket, at: Instant): Promise<ApplyTerms['known']> {
    return { sla: await this.termsFor(ticket.status === 'none' ? {} : ticket, at) };
  }

  /** A technician is whoever worked in the repair department at that instant, or was registered only later. */
  async technician(employee: string, at: Instant): Promise<KnownTechnician> {
    const { then, now } = await this.contexts.readAsOf(employeeStreams, employee, at);
    const file = then.status === 'none' ? now : then;
    if (file.status === 'none' || file.department !== 'repair') return undefined;
    return { employee, active: file.status === 'active' };
  }

  /**
   * By the document where one is given, else by the barcode, as the installed base and the contracts know
   * it; without an entitlement when they know neither, or know it as the other of the two (V11, V12).
   */
  entitlementOf(by: LookedAt, call: CallOf): Promise<CheckEntitlement['known']> {
    return installedCover(this.contexts, by, call);
  }

  /** Those of `tools` that were checked out to the employee at that instant. */
  async toolsInHand(
    employee: string,
    tools: readonly string[],
    at: Instant,
  ): Promise<readonly string[]> {
    const known = await this.contexts.readMany(toolStreams, tools);
    return tools.filter((_, index) => holderAt(known[index]!, at) === employee);
  }
}
