import { aggregate, creates } from '@app/aggregates';
import { chinese, inRole, plainAccount, who } from '@app/audit/src/words/index.js';
import { activeEmployee } from '@app/department';
import { staff } from '@app/identity';
import {
  FOR_OTHERS,
  mailboxDecider,
  mailboxEvents,
  mailboxStreams,
  noMailbox,
  type MailboxSet,
} from './domain/mailbox.js';
import { MailboxBody, SetMailboxDto } from './http/notice.dto.js';
import { idOf, mayReadOf, readMailbox } from './permissions.js';

export const mailboxes = aggregate({
  streams: mailboxStreams,
  decider: mailboxDecider,
  events: mailboxEvents,
  path: 'mailboxes',
  id: 'employee',
  commands: { SetMailbox: creates(SetMailboxDto, [...staff, 'operator']) },
  known: { setMailbox: activeEmployee },
  shows: {
    as: MailboxBody,
    summary: 'Where a person gets mail, and in which language.',
    to: readMailbox,
    shownTo: (employee, reader) => mayReadOf(employee, reader, FOR_OTHERS),
    unknown: noMailbox,
  },
  mayRead: (stream, reader) => mayReadOf(idOf(stream), reader, FOR_OTHERS),
  account: plainAccount<MailboxSet>({
    MailboxSet: ({ data: { employee, language }, actor }) => {
      const person = inRole(employee);
      const written = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } }[
        language
      ];
      return {
        zh: chinese`${who(actor).zh}登记${person.zh}的邮箱，邮件用${written.zh}。`,
        en: `${who(actor).en} set the mailbox of ${person.en}, for mail in ${written.en}.`,
      };
    },
  }),
});
