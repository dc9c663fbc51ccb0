/** What decisions may know of findings; it is as pure as they are. */
export * from './domain/enforce-or-find.js';
export * from './domain/finding.events.js';
export * from './domain/finding.state.js';
export * from './domain/findings-are-reviewed.js';
export * from './domain/may-be-found.js';
export * from './domain/record-findings.js';
export * from './domain/reopen-verdict.js';
export * from './domain/review-finding.js';
export * from './domain/withdraw-findings.js';
