import {
  eventTable,
  none,
  Invalid,
  notBefore,
  NotFound,
  streams,
  type Ask,
  type Decider,
  type DomainEvent,
  type Instant,
  type WorkingHours,
} from '@app/kernel';
import { happened } from '@app/policy';
import { checkHours } from './terms-hours.js';

/** Minutes within which a customer is promised a technician on site, and the fault gone (B2). */
export interface SlaTermsEntry {
  /** Contract or document that promises it. */
  readonly terms: string;
  readonly response: number;
  readonly restoration: number;
  /** Hours in which alone the minutes count, on working days of the published calendar; default: round the clock. */
  readonly hours?: readonly WorkingHours[];
}

export type SlaTermsSet = DomainEvent<'SlaTermsSet', { customer: string } & SlaTermsEntry>;
/** Terms are promised to those on file; whoever else is named was refused before. */
export type SetSlaTerms = Ask<
  'SetSlaTerms',
  { customer: string } & SlaTermsEntry,
  { readonly customer: 'on-file' }
>;

/** A customer's own terms, and from when on they hold; undefined: the policy's do. Stream `sla-<customer>`. */
export type SlaTermsRegister = (SlaTermsEntry & { readonly since: Instant }) | undefined;

export const slaTermsStreams = streams<SlaTermsRegister>('sla');

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const slaTermsEvents = eventTable<SlaTermsSet>(
  {
    SlaTermsSet: {
      customer: 'C-1',
      terms: 'HT-1',
      response: 60,
      restoration: 180,
      hours: [{ days: [1, 2, 3, 4, 5], from: '08:30', until: '17:30' }],
    },
  },
  none('SlaTermsSet'),
);

export const slaTermsDecider: Decider<SetSlaTerms, SlaTermsRegister, SlaTermsSet> = {
  initialState: () => undefined,
  evolve: (_, { data: { customer: _customer, ...entry }, occurredAt: since }) => ({
    ...entry,
    since,
  }),
  decide: (command, terms) => {
    notBefore(command, terms?.since);
    const { response, restoration, hours } = command.data;
    if (restoration < response) throw goneBeforeCome();
    if (hours) checkHours(hours);
    return [happened(command, 'SlaTermsSet', command.data, ['B2'])];
  },
};

function goneBeforeCome(): Invalid {
  const says = {
    zh: '修复时限不得短于到场时限',
    en: 'the fault cannot be gone before the technician is on site',
  };
  return new Invalid('restoration-before-response', says, '/restoration');
}

export function noOwnTerms(): NotFound {
  return new NotFound('no-own-terms', {
    zh: '该客户没有单独约定的时限，按制度执行',
    en: "the customer has no terms of their own; the policy's hold",
  });
}
