export type { EntitlementEntry, EntitlementRegistered } from './domain/entitlement.js';
export { entitlementStreams } from './domain/entitlement.js';
