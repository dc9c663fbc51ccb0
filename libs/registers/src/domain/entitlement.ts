import { happened, type Command, type Decider, type DomainEvent, type Instant } from '@app/kernel';

/** What a warranty document, a contract or the barcode of a component entitles to (V11, V12, B2). */
export interface EntitlementEntry {
  readonly kind: 'in-warranty' | 'under-contract' | 'chargeable';
  /** Last instant of it; undefined for `chargeable`. */
  readonly until?: Instant;
  readonly product?: string;
}

export type EntitlementRegistered = DomainEvent<
  'EntitlementRegistered',
  { reference: string } & EntitlementEntry
>;
export type RegisterEntitlement = Command<
  'RegisterEntitlement',
  { reference: string } & EntitlementEntry
>;

/** What is known of one reference; undefined when nothing is. Stream `entitlement-<document or barcode>`. */
export type EntitlementRegister = EntitlementEntry | undefined;

export const entitlementEventTypes = { EntitlementRegistered: { schemaVersion: 1 } };

export const entitlementDecider: Decider<
  RegisterEntitlement,
  EntitlementRegister,
  EntitlementRegistered
> = {
  initialState: () => undefined,
  evolve: (_, { data: { reference: _reference, ...entry } }) => entry,
  decide: (command) => [happened(command, 'EntitlementRegistered', command.data, ['V11', 'V12'])],
};
