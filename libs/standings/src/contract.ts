export type { EditionEvent } from './domain/edition/edition.events.js';
export { editionEvents } from './domain/edition/edition.events.js';
export { editionStreams } from './domain/edition/edition-line.js';
