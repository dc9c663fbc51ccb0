import { Invalid, type LocalDate, type WorkingHours, type Yuan } from '@app/kernel';
import { checkHours } from './terms-hours.js';

/** What is done where the rule names a day off: the next working day, the one before it, or that day all the same. */
export type OnDaysOff = 'next' | 'previous' | 'kept';

/** Equipment that is maintained on site time and again (B2). */
export interface MaintenancePlan {
  /** Name within the contract: letters and digits. */
  readonly plan: string;
  /** Site of the customer. */
  readonly site: string;
  /** What is done, as its tickets say it. */
  readonly work: string;
  /** Ids of the systems and units that are maintained. */
  readonly systems: readonly string[];
  /** How often, as RFC 5545 writes it: `FREQ=MONTHLY;INTERVAL=3`. The day is that of `first`, in a shorter month its last. */
  readonly rule: string;
  /** From which date the rule counts. */
  readonly first: LocalDate;
  /** Days before the day of the maintenance on which its ticket is opened. */
  readonly noticeDays: number;
  readonly onDaysOff: OnDaysOff;
}

/** What is agreed for emergencies; a contract is not signed without it (B3). */
export interface EmergencyClause {
  /** How they are dealt with. */
  readonly measures: string;
  /** Consent to emergency work that is given beforehand (V11); default: it is asked for each time. */
  readonly consent?: {
    /** Who of the customer's gave it. */
    readonly by: string;
    /** Up to which charge it goes. */
    readonly upTo: Yuan;
  };
  /** Prices that are agreed beforehand. */
  readonly prices: readonly { readonly item: string; readonly price: Yuan }[];
}

/** What the two sides agree on (B2, B3). */
export interface Terms {
  /** Minutes from the call until somebody is on site. */
  readonly response: number;
  /** Minutes from the call until the fault is gone. */
  readonly restoration: number;
  /** Hours of working days in which alone the minutes count; default: round the clock. */
  readonly hours?: readonly WorkingHours[];
  readonly maintenance: readonly MaintenancePlan[];
  /** Default: nothing is said of emergencies, and nobody may sign it. */
  readonly emergency?: EmergencyClause;
  /** Whether its systems come first when spares are short (B2). */
  readonly sparesPriority: boolean;
  /** Whether new operators of the owner are trained without charge (B2). */
  readonly retraining: boolean;
  /** For the whole term. */
  readonly price: Yuan;
}

/**
 * Minutes, hours and plans that can be kept.
 *
 * @param sites those of the customer
 * @throws Invalid pointing at the field
 */
export function checkTerms(terms: Terms, sites: readonly string[]): void {
  const { response, restoration, hours, maintenance } = terms;
  if (restoration < response) throw goneBeforeCome();
  if (hours) checkHours(hours);
  for (const [index, { plan, site }] of maintenance.entries()) {
    if (!sites.includes(site)) throw siteUnknown(index);
    if (maintenance.findIndex((each) => each.plan === plan) < index) throw planTwice(index);
  }
}

function goneBeforeCome(): Invalid {
  const says = {
    zh: '修复时限不得短于到场时限',
    en: 'the fault cannot be gone before the technician is on site',
  };
  return new Invalid('restoration-before-response', says, '/terms/restoration');
}

function siteUnknown(index: number): Invalid {
  const says = { zh: '客户没有这个地点', en: 'the customer has no such site' };
  return new Invalid('unknown-site', says, `/terms/maintenance/${index}/site`);
}

function planTwice(index: number): Invalid {
  const says = { zh: '同名的维护计划已有一项', en: 'another plan has that name' };
  return new Invalid('plan-named-twice', says, `/terms/maintenance/${index}/plan`);
}
