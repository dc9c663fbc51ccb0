import {
  alreadyRegistered,
  eventTable,
  none,
  Invalid,
  NotFound,
  streams,
  type Command,
  type Decider,
  type DomainEvent,
  type Instant,
} from '@app/kernel';
import { happened } from '@app/policy';

/** What a warranty document, a contract or the barcode of a component entitles to (V11, V12, B2). */
export interface EntitlementEntry {
  readonly kind: 'in-warranty' | 'under-contract' | 'chargeable';
  /** First instant of it; default: it has held since whenever. */
  readonly from?: Instant;
  /** Last instant of it; required but for `chargeable`. Older entries may lack it: they do not end. */
  readonly until?: Instant;
  readonly product?: string;
  /** The customer on file whom it entitles, and nobody else; default: whoever shows it. */
  readonly customer?: string;
  /** What it is registered as; default: as both, as older entries are. One is not taken for the other. */
  readonly proof?: 'document' | 'barcode';
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

export const entitlementStreams = streams<EntitlementRegister>('entitlement');

/* These names and shapes are stored for ever; a change of shape is a new schema version. */
export const entitlementEvents = eventTable<EntitlementRegistered>(
  {
    EntitlementRegistered: {
      reference: 'W-2024-118',
      kind: 'in-warranty',
      from: '2025-01-01T00:00:00.000Z',
      until: '2027-01-01T00:00:00.000Z',
      product: 'KFR-35',
      customer: 'lanting',
      proof: 'document',
    },
  },
  none('EntitlementRegistered'),
);

export const entitlementDecider: Decider<
  RegisterEntitlement,
  EntitlementRegister,
  EntitlementRegistered
> = {
  initialState: () => undefined,
  evolve: (_, { data: { reference: _reference, ...entry } }) => entry,
  decide: (command, register) => {
    // A technician may have gone by what was registered; it is not replaced behind their back.
    if (register) throw alreadyRegistered({ zh: '凭证或条码', en: 'document or barcode' });
    const { kind, from, until } = command.data;
    if (kind !== 'chargeable' && until === undefined) throw untilMissing();
    if (from !== undefined && until !== undefined && until < from) throw endsBeforeItBegins();
    return [happened(command, 'EntitlementRegistered', command.data, ['V11', 'V12'])];
  },
};

function untilMissing(): Invalid {
  const says = {
    zh: '保修与合同须写明截止时间',
    en: 'a warranty and a contract must say until when',
  };
  return new Invalid('until-missing', says, '/until');
}

function endsBeforeItBegins(): Invalid {
  const says = { zh: '截止时间早于开始时间', en: 'it would end before it begins' };
  return new Invalid('ends-before-it-begins', says, '/until');
}

export function unknownEntitlement(): NotFound {
  return new NotFound('unknown-entitlement', {
    zh: '没有登记此凭证或条码',
    en: 'there is no such document or barcode in the register',
  });
}
