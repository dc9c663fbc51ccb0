export { instantOf } from './business-clock.js';
export { Checks } from './checks.js';
export { Client } from './client.js';
export { playScenario } from './play.js';
export { Player } from './player.js';
export { auditorOf, beginningOf, readScenario } from './read-scenario.js';
export type { Scenario, Step, TicketStory } from './scenario.js';
export { settled } from './settled.js';
export { summaryOf, sumOf, type Tally } from './tally.js';
