import { IsIn, Matches } from 'class-validator';
import { InstantText, MAX_LIMIT, MayBeAbsent, WholeNumber } from '@app/http';

const VERSION = /^\d{1,9}$/;

/** Which past of a stream; nothing: all that is stored. */
export class ReplayQuery {
  /** The state after so many events; not together with a time. */
  @MayBeAbsent()
  @Matches(VERSION)
  version?: string;

  /** As it was then, by when things happened. */
  @MayBeAbsent()
  @InstantText()
  at?: string;

  /** As it was known then, by when things were recorded. */
  @MayBeAbsent()
  @InstantText()
  knownAt?: string;
}

/** Which account of a stream; with `knownAt`, people have the names in it that they had then. */
export class AccountQuery extends ReplayQuery {
  /** Default: what `Accept-Language` asks for. */
  @MayBeAbsent()
  @IsIn(['zh', 'en'])
  lang?: 'zh' | 'en';
}

/** Which page of a stream's events. */
export class HistoryQuery {
  /** The version that the page follows; default: from the beginning, or from the end. */
  @MayBeAbsent()
  @WholeNumber({ min: 0, max: 999_999_999 })
  after?: number;

  /** Default `forward`, the oldest first. */
  @MayBeAbsent()
  @IsIn(['forward', 'backward'])
  direction?: 'forward' | 'backward';

  /** Events of the page, at most 200; default 50. */
  @MayBeAbsent()
  @WholeNumber({ min: 1, max: MAX_LIMIT })
  limit?: number;
}

/** Which page of the log. */
export class LogQuery {
  /** The position that the page follows; default 0, from the beginning. */
  @MayBeAbsent()
  @Matches(/^\d{1,18}$/)
  after?: string;

  /** Events of the page, at most 200; default 50. */
  @MayBeAbsent()
  @WholeNumber({ min: 1, max: MAX_LIMIT })
  limit?: number;

  /** Types of events, with commas between them; default: all. */
  @MayBeAbsent()
  @Matches(/^[A-Za-z]{1,80}(,[A-Za-z]{1,80}){0,49}$/)
  types?: string;
}
