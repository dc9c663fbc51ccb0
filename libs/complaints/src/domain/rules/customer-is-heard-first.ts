import type { Instant } from '@app/kernel';
import { rule } from '@app/policy';

/** What has been done for the customer when something else is. */
export interface Heard {
  readonly recordedAt?: Instant;
  readonly apologisedAt?: Instant;
  /** Nobody is there to be apologised to. */
  readonly anonymous: boolean;
  /** When it is done. */
  readonly at: Instant;
}

/** N13: what the customer says is listened to and written down, before anything else. */
export const wordsBeforeAll = rule<Heard>(
  'N13',
  'before-the-words',
  {
    zh: '须先听取并记录客户的投诉内容',
    en: 'what the customer says is recorded before anything else',
    whenFound: { zh: '未先记录客户的投诉内容', en: 'the customer’s words were not recorded first' },
  },
  ({ recordedAt, at }) => recordedAt === undefined || recordedAt > at,
);

/** N13: the customer is apologised to earnestly, before it is investigated who is right. */
export const apologyBeforeInvestigation = rule<Heard>(
  'N13',
  'investigated-before-apology',
  {
    zh: '须先郑重向客户道歉，再行调查',
    en: 'the customer is apologised to before it is investigated',
    whenFound: { zh: '未向客户道歉即行调查', en: 'it was investigated before an apology' },
  },
  ({ apologisedAt, anonymous, at }) =>
    !anonymous && (apologisedAt === undefined || apologisedAt > at),
);
