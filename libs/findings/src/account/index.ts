/** The words in which accounts tell findings, in both languages. */
export * from './finding-sentences.js';
export * from './finding-words.js';
