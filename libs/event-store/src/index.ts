export { claimEventTypes, isOfClaims } from './claims/claim-events.js';
export type { Companion } from './claims/companion.js';
export * from './envelope.js';
export * from './errors.js';
export * from './execution.js';
export * from './executor.js';
export * from './folded.js';
export * from './port.js';
export * from './upcasters.js';
