export type { EntitlementEntry, EntitlementRegistered } from './domain/entitlement.js';
export type {
  PartsEvent,
  PartsIssued,
  PartsReleased,
  PartsReserved,
  PartsReturned,
  PartsUsed,
} from './domain/parts.events.js';
export type { PartsInHand } from './domain/parts.state.js';
export type { SlaTermsEntry, SlaTermsSet } from './domain/sla-terms.js';
export type {
  Tool,
  ToolCheckedOut,
  ToolEvent,
  ToolRegistered,
  ToolReturned,
} from './domain/tool.js';
export { entitlementStreams } from './domain/entitlement.js';
export { partsStreams } from './domain/parts.state.js';
export { slaTermsStreams } from './domain/sla-terms.js';
export { toolStreams } from './domain/tool.js';
