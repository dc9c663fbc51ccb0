import type { Mailbox } from '@app/notices';
import { wordsOf } from '@app/notices/src/notice.words.js';
import type { Due } from './deliveries.js';

/** A mail, as the mail server is given it. */
export interface Letter {
  readonly to: string;
  /** The same for every attempt, so that a receiver can tell a second copy from a second mail. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

/** The mail of a notice: of the customer it names the ticket and the district, and nothing else. */
export function letterOf(
  { notice, ticket, district, about }: Due,
  { address, language }: NonNullable<Mailbox>,
): Letter {
  const words = wordsOf(about)[language];
  const where = district === null ? '' : { zh: `（${district}）`, en: ` (${district})` }[language];
  const of = { zh: `工单 ${ticket}${where}：`, en: `Ticket ${ticket}${where}: ` }[language];
  const subject = ticket === null ? words : `${of}${words}`;
  const text = {
    zh: '请登录系统，在“我的通知”中查看并确认。',
    en: 'Sign in, and see and acknowledge it among your notices.',
  }[language];
  const messageId = `<${notice}@notices.service-centre>`;
  return { to: address, messageId, subject, text: `${subject}\n\n${text}\n` };
}
