export * from './begun.js';
export * from './chinese.js';
export * from './late-marks.js';
export * from './line.js';
export * from './money-in-words.js';
export * from './people.js';
export * from './plain-account.js';
export * from './words.js';
