export * from './article.js';
export * from './articles.js';
export * from './documents.js';
export * from './happened.js';
export * from './milestones.js';
export * from './rules.js';
export * from './settings.js';
export * from './told-late.js';
