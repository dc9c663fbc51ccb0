export * from './account-line.js';
export * from './account.js';
export { employeesIn } from './people.js';
