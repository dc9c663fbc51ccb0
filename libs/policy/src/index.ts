export * from './articles.js';
export * from './rules.js';
