export * from './companion.js';
export * from './envelope.js';
export * from './errors.js';
export * from './execution.js';
export * from './executor.js';
export * from './port.js';
export * from './upcasters.js';
