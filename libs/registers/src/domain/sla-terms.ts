import { Invalid, type Command, type Decider, type DomainEvent } from '@app/kernel';
import { happened } from '@app/policy';

/** Minutes within which a customer is promised a technician on site, and the fault gone (B2). */
export interface SlaTermsEntry {
  /** Contract or document that promises it. */
  readonly terms: string;
  readonly response: number;
  readonly restoration: number;
}

export type SlaTermsSet = DomainEvent<'SlaTermsSet', { customer: string } & SlaTermsEntry>;
export type SetSlaTerms = Command<'SetSlaTerms', { customer: string } & SlaTermsEntry>;

/** A customer's own terms; undefined: the policy's. Stream `sla-<customer>`. */
export type SlaTermsRegister = SlaTermsEntry | undefined;

export const slaTermsEventTypes = { SlaTermsSet: { schemaVersion: 1 } };

export const slaTermsDecider: Decider<SetSlaTerms, SlaTermsRegister, SlaTermsSet> = {
  initialState: () => undefined,
  evolve: (_, { data: { customer: _customer, ...entry } }) => entry,
  decide: (command) => {
    const { response, restoration } = command.data;
    if (restoration < response) throw goneBeforeCome();
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
