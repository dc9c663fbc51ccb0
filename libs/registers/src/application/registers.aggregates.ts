import type { Aggregate } from '@app/event-store';
import {
  entitlementDecider,
  entitlementEventTypes,
  type EntitlementRegister,
  type EntitlementRegistered,
  type RegisterEntitlement,
} from '../domain/entitlement.js';
import {
  partsDecider,
  partsEventTypes,
  type PartsCommand,
  type PartsEvent,
  type PartsInHand,
} from '../domain/parts.js';
import {
  slaTermsDecider,
  slaTermsEventTypes,
  type SetSlaTerms,
  type SlaTermsRegister,
  type SlaTermsSet,
} from '../domain/sla-terms.js';
import {
  toolDecider,
  toolEventTypes,
  type Tool,
  type ToolCommand,
  type ToolEvent,
} from '../domain/tool.js';

export const entitlementAggregate: Aggregate<
  RegisterEntitlement,
  EntitlementRegister,
  EntitlementRegistered
> = {
  decider: entitlementDecider,
  types: entitlementEventTypes,
};
export const entitlementStream = (reference: string): string => `entitlement-${reference}`;

export const slaTermsAggregate: Aggregate<SetSlaTerms, SlaTermsRegister, SlaTermsSet> = {
  decider: slaTermsDecider,
  types: slaTermsEventTypes,
};
export const slaTermsStream = (customer: string): string => `sla-${customer}`;

export const toolAggregate: Aggregate<ToolCommand, Tool, ToolEvent> = {
  decider: toolDecider,
  types: toolEventTypes,
};
export const toolStream = (tool: string): string => `tool-${tool}`;

export const partsAggregate: Aggregate<PartsCommand, PartsInHand, PartsEvent> = {
  decider: partsDecider,
  types: partsEventTypes,
};
/** The colon keeps `a-b`, `c` and `a`, `b-c` apart; neither part can hold one. */
export const partsStream = (employee: string, sku: string): string => `parts-${employee}:${sku}`;
