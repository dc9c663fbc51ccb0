export * from './ask.js';
export * from './changes.js';
export * from './event-view.js';
export * from './export.js';
export * from './problem.js';
export * from './replay.js';
export * from './stream-kind.js';
export * from './verify.js';
