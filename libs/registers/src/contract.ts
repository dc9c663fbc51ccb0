export type { EntitlementEntry, EntitlementRegistered } from './domain/entitlement.js';
export type { SlaTermsEntry, SlaTermsSet } from './domain/sla-terms.js';
export { entitlementStreams } from './domain/entitlement.js';
export { slaTermsStreams } from './domain/sla-terms.js';
