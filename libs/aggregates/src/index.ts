export * from './aggregate.js';
export { Alongside, Beforehand } from './command-handler.js';
export * from './commands.js';
export * from './names.js';
export * from './request-of.js';
