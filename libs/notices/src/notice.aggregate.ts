import { aggregate, changes, internal } from '@app/aggregates';
import { chinese, inRole, plainAccount, plural, where, who } from '@app/audit/src/words/index.js';
import { staff } from '@app/identity';
import { supervisorOf } from './application/supervisor-of.js';
import { noticeEvents, type NoticeEvent } from './domain/notice.events.js';
import { noticeDecider, noticeStreams } from './domain/notice.js';
import { AcknowledgeNoticeDto } from './http/notice.dto.js';
import { wordsOf } from './notice.words.js';
import { idOf, mayReadOf } from './permissions.js';

export const notices = aggregate({
  streams: noticeStreams,
  decider: noticeDecider,
  events: noticeEvents,
  path: 'notices',
  id: 'notice',
  commands: {
    GiveNotice: internal,
    NotifySupervisor: internal,
    AcknowledgeNotice: changes(AcknowledgeNoticeDto, staff),
    RecordNoticeMailed: internal,
    RecordNoticeMailFailed: internal,
  },
  known: { notifySupervisor: supervisorOf },
  mayRead: async (stream, reader, contexts) => {
    const notice = await contexts.read(noticeStreams, idOf(stream));
    return notice.status !== 'none' && mayReadOf(notice.employee, reader, ['general-manager']);
  },
  account: plainAccount<NoticeEvent>({
    NoticeGiven: ({ data: { employee, ticket, about } }) => {
      const [person, words] = [inRole(employee), wordsOf(about)];
      const of = where(ticket, chinese`，工单${ticket ?? ''}`, ` of ticket ${ticket}`);
      return {
        zh: chinese`通知${person.zh}${of.zh}：${words.zh}。`,
        en: `${person.en} was told${of.en}: ${words.en}.`,
      };
    },
    NoticeAcknowledged: ({ actor }) => ({
      zh: chinese`${who(actor).zh}确认了通知。`,
      en: `${who(actor).en} acknowledged the notice.`,
    }),
    NoticeMailed: ({ data: { employee } }) => ({
      zh: chinese`通知已用邮件发给${inRole(employee).zh}。`,
      en: `The notice was mailed to ${inRole(employee).en}.`,
    }),
    NoticeMailFailed: ({ data: { employee, attempts } }) => ({
      zh: chinese`给${inRole(employee).zh}的邮件一天内试了${attempts}次，未能发出。`,
      en: `The mail to ${inRole(employee).en} could not be sent within a day, in ${plural(attempts, 'attempt')}.`,
    }),
  }),
});
