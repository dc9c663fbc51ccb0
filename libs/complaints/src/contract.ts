export type * from './domain/complaint.events.js';
export type * from './domain/complaint.values.js';
/** Those of a complaint itself, without its findings. */
export { storyEvents as complaintEventTypes } from './domain/complaint.event-types.js';
export { complaintStreams } from './domain/complaint.state.js';
export { mayReadComplaint } from './application/may-read-complaint.js';
