export type * from './domain/notice.events.js';
export { noticeEvents } from './domain/notice.events.js';
export { noticeStreams } from './domain/notice.js';
export { mailboxStreams, type Mailbox } from './domain/mailbox.js';
