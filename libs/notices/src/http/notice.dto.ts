import { IsEmail, IsIn } from 'class-validator';
import { OmitType } from '@nestjs/swagger';
import { CommandDto, Slug } from '@app/http';
import type { Language } from '@app/kernel';

/** Whom it is given to has seen it. */
export class AcknowledgeNoticeDto extends CommandDto {}

/** Where a person gets mail. It replaces what was set before. */
export class SetMailboxDto extends CommandDto {
  /** Employee id; one's own, unless a supervisor or the operator says it. */
  @Slug()
  employee!: string;

  @IsEmail()
  address!: string;

  /** In which the mail is written. */
  @IsIn(['zh', 'en'])
  language!: Language;
}

/** A person's mailbox, as it is shown. */
export class MailboxBody extends OmitType(SetMailboxDto, ['occurredAt']) {}
