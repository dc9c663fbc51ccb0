import { ApiProperty } from '@nestjs/swagger';
import type { Account } from '../account.js';
import { EventView } from '../answers.dto.js';
import type { LogPage } from '../audit.js';
import type { AccountLine } from '../stream-kind.js';

/** One page of everything that happened. */
export class LogPageBody implements LogPage {
  /** Names the log; a cursor of another one means nothing here. */
  readonly logId!: string;

  @ApiProperty({ type: [EventView] })
  readonly items!: readonly EventView[];

  /** Send it as `after` for what follows; decimal. */
  readonly scannedTo!: string;
  /** Nothing stood after it at the moment of reading. */
  readonly atHead!: boolean;
}

/** One line of an account. */
export class AccountLineBody implements AccountLine {
  readonly text!: string;
  /** Opens a section, such as a visit; absent: an ordinary line. */
  readonly heading?: boolean;
  /** The version of the event that the line tells of; absent where it tells of none or of several. */
  readonly version?: number;
}

/** A history in plain words, line by line. */
export class StreamAccountBody implements Account {
  readonly stream!: string;
  /** The stream's newest version, whatever was asked. */
  readonly version!: number;
  readonly language!: 'zh' | 'en';

  @ApiProperty({ type: [AccountLineBody] })
  readonly lines!: readonly AccountLineBody[];
}
