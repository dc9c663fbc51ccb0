export type * from './domain/roster.events.js';
export type * from './domain/roster.values.js';
export { rosterStreams } from './domain/roster.js';
export type {
  EmergencyAcknowledged,
  EmergencyEvent,
  EmergencyRaised,
  EmergencyResolved,
  EscalationRungCalled,
  GeneralManagerCalled,
  LadderEvent as EmergencyLadderEvent,
} from './domain/emergency.events.js';
/** Those of an emergency itself, without its findings. */
export { ladderEvents as emergencyEventTypes } from './domain/emergency.events.js';
