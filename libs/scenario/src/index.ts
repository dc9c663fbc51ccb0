export { Checks } from './checks.js';
export { Client } from './client.js';
export { Player } from './player.js';
export { readScenario } from './read-scenario.js';
export type { Scenario } from './scenario.js';
export type { Tally } from './tally.js';
