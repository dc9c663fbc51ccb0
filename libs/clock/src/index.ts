export * from './clock.js';
export * from './database-clock.js';
export * from './schema.js';
export * from './service-clock.js';
export * from './setting.js';
