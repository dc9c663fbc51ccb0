export * from './command-controller.js';
export * from './kebab-case.js';
export * from './request-of.js';
export * from './slug.pipe.js';
