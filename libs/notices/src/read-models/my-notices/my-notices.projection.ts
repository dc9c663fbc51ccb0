import type { Projection } from '@app/projections';
import { noticeEvents, type NoticeEvent } from '../../contract.js';
import { NoticeRow } from './my-notices.row.js';

/** Every notice, kept after it was acknowledged. */
export const myNotices: Projection<NoticeRow, NoticeEvent> = {
  name: 'my-notices',
  version: 1,
  row: NoticeRow,
  handles: noticeEvents,
  begins: ['NoticeGiven'],
  keysOf: ({ data }) => [data.notice],
  evolve(row, event) {
    switch (event.type) {
      case 'NoticeGiven': {
        const { ticket = null, district = null, ...data } = event.data;
        const begins = { acknowledgedAt: null, mail: null, unread: 1 };
        const { occurredAt: givenAt, position } = event;
        return { ...data, ticket, district, givenAt, ...begins, recorded: position.toString() };
      }
      case 'NoticeAcknowledged':
        return row && { ...row, acknowledgedAt: event.occurredAt, unread: 0 };
      case 'NoticeMailed':
        return row && { ...row, mail: 'sent' };
      case 'NoticeMailFailed':
        return row && { ...row, mail: 'failed' };
    }
  },
};
