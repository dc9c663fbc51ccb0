export { Client, type Answer } from './client.js';
export { Player } from './player.js';
export { readScenario } from './read-scenario.js';
export type { Scenario, Step, TicketStory } from './scenario.js';
export type { Tally } from './tally.js';
