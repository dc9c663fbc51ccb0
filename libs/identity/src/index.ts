export * from './acting.js';
export * from './decorators.js';
export * from './identity.module.js';
export * from './permissions.js';
export * from './persistence.js';
export * from './readership.js';
export * from './roles.js';
export * from './settings.js';
export { doneBeforeDismissal } from './own-matters.js';
