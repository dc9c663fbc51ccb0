import type { ReplyChannel } from '../domain/complaint.values.js';

/** On which ways customers are spoken to. */
export const CHANNELS: readonly ReplyChannel[] = ['phone', 'letter', 'visit', 'web'];

/** What somebody says or writes of a complaint. */
export const WORDS = { max: 4000 };
