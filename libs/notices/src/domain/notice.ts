import {
  Forbidden,
  notBefore,
  NotFound,
  streams,
  type Ask,
  type Command,
  type Decider,
  type Instant,
} from '@app/kernel';
import { happened } from '@app/policy';
import type { NoticeEvent, NoticeGiven } from './notice.events.js';

export type GiveNotice = Command<'GiveNotice', NoticeGiven['data']>;
/** It is given to whom somebody reports to, unless they have been told of the same. */
export type NotifySupervisor = Ask<
  'NotifySupervisor',
  Omit<NoticeGiven['data'], 'employee'> & { of: string; told: readonly string[] },
  { readonly supervisor?: string }
>;
export type AcknowledgeNotice = Command<'AcknowledgeNotice', object>;
/** The mail server has taken it. */
export type RecordNoticeMailed = Command<'RecordNoticeMailed', object>;
/** The day over which it was tried is past. */
export type RecordNoticeMailFailed = Command<'RecordNoticeMailFailed', { attempts: number }>;
export type NoticeCommand =
  GiveNotice | NotifySupervisor | AcknowledgeNotice | RecordNoticeMailed | RecordNoticeMailFailed;

/** A notice to one person. Stream `notice-<id>`. */
export type Notice =
  | { readonly status: 'none' }
  | {
      readonly status: 'unread' | 'acknowledged';
      readonly notice: string;
      readonly employee: string;
      readonly givenAt: Instant;
      /** What became of the mail; undefined: none was sent, or it is still being tried. */
      readonly mail?: 'sent' | 'failed';
    };

export const noticeStreams = streams<Notice>('notice');

export const noticeDecider: Decider<NoticeCommand, Notice, NoticeEvent> = {
  initialState: () => ({ status: 'none' }),
  evolve(state, { type, data, occurredAt: givenAt }) {
    if (type === 'NoticeGiven') {
      const { notice, employee } = data;
      return { status: 'unread', notice, employee, givenAt };
    }
    if (state.status === 'none') return state;
    if (type === 'NoticeAcknowledged') return { ...state, status: 'acknowledged' };
    return { ...state, mail: type === 'NoticeMailed' ? 'sent' : 'failed' };
  },
  decide(command, state) {
    if (command.type === 'GiveNotice' || command.type === 'NotifySupervisor')
      return state.status === 'none' ? given(command) : [];
    if (state.status === 'none') throw unknownNotice();
    const { notice, employee } = state;
    switch (command.type) {
      case 'AcknowledgeNotice':
        if (command.actor.id !== employee) throw notYours();
        if (state.status === 'acknowledged') return [];
        notBefore(command, state.givenAt);
        return [happened(command, 'NoticeAcknowledged', { notice, employee })];
      case 'RecordNoticeMailed':
        if (state.mail === 'sent') return [];
        return [happened(command, 'NoticeMailed', { notice, employee })];
      case 'RecordNoticeMailFailed':
        if (state.mail) return [];
        return [happened(command, 'NoticeMailFailed', { notice, employee, ...command.data })];
    }
  },
};

function given(command: GiveNotice | NotifySupervisor): NoticeEvent[] {
  if (command.type === 'GiveNotice') return [happened(command, 'NoticeGiven', command.data)];
  const { of: _, told, ...data } = command.data;
  const { supervisor: employee } = command.known;
  if (employee === undefined || told.includes(employee)) return [];
  return [happened(command, 'NoticeGiven', { ...data, employee })];
}

export function unknownNotice(): NotFound {
  return new NotFound('unknown-notice', { zh: '没有这条通知', en: 'there is no such notice' });
}

function notYours(): Forbidden {
  return new Forbidden('not-your-notice', {
    zh: '这条通知是给别人的，只能由本人确认',
    en: 'the notice is another person’s, who alone acknowledges it',
  });
}
