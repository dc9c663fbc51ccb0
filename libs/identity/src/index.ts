export * from './acting.js';
export * from './decorators.js';
export * from './permissions.js';
export * from './roles.js';
