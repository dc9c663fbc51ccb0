export type * from './domain/contract.events.js';
export type * from './domain/contract.values.js';
export { contractEvents } from './domain/contract.events.js';
export { contractStreams, termsOn } from './domain/contract.state.js';
export { contractsFor, coveringOf, type CoveringContract } from './domain/covering.js';
export { promiseStreams, servedUnder, termsHeld } from './domain/promises.js';
