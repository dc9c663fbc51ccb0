export * from './account-line.js';
export * from './account.js';
