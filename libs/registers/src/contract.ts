export type { EntitlementEntry, EntitlementRegistered } from './domain/entitlement.js';
export type {
  PartsEvent,
  PartsInHand,
  PartsIssued,
  PartsReturned,
  PartsTakenBack,
  PartsUsed,
} from './domain/parts.js';
export type { SlaTermsEntry, SlaTermsSet } from './domain/sla-terms.js';
export { entitlementStreams } from './domain/entitlement.js';
export { inHandAt, partsStreams } from './domain/parts.js';
export { slaTermsStreams } from './domain/sla-terms.js';
