import { expect, test } from '@jest/globals';
import { fold, Forbidden, Invalid, NotFound, type Actor } from '@app/kernel';
import { LI_WEI, MANAGER, WANG_FANG } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { districtOf } from './district.js';
import { mailboxDecider } from './mailbox.js';
import { noticeEvents } from './notice.events.js';
import { noticeDecider } from './notice.js';

const { given, ask, event } = specify(noticeDecider, LI_WEI);
const { data } = { data: noticeEvents.NoticeGiven.sample };
const of = { notice: data.notice, employee: data.employee };

const told = event('NoticeGiven', data);
const seen = event('NoticeAcknowledged', of);
const mailed = event('NoticeMailed', of);
const failed = event('NoticeMailFailed', { ...of, attempts: 3 });
const acknowledge = (by: Actor = LI_WEI, time = '09:01') =>
  ask('AcknowledgeNotice', {}, time, { by });

test('a notice is given once', () => {
  given().when(ask('GiveNotice', data)).then(told);
  given(told).when(ask('GiveNotice', data)).thenNothing();
});

test('a supervisor is told once, unless there is none, or they have been told already', () => {
  const { employee: _, ...told } = data;
  const notify = (supervisor?: string) =>
    ask('NotifySupervisor', { ...told, of: 'zhao-min', told: ['zhao-min', 'chen-gang'] }, '09:00', {
      known: supervisor === undefined ? {} : { supervisor },
    });
  const toSupervisor = event('NoticeGiven', { ...data, employee: 'sun-hong' });
  given().when(notify('sun-hong')).then(toSupervisor);
  given(toSupervisor).when(notify('sun-hong')).thenNothing();
  given().when(notify('chen-gang')).thenNothing();
  given().when(notify()).thenNothing();
});

test('a notice is acknowledged once, by whom it was given to, and not before it was given', () => {
  given(told).when(acknowledge()).then(seen);
  given(told, seen).when(acknowledge()).thenNothing();
  given(told).when(acknowledge(WANG_FANG)).thenThrows(Forbidden, 'not-your-notice');
  given(told).when(acknowledge(LI_WEI, '08:59')).thenThrows(Invalid, 'occurred-too-early');
  given().when(acknowledge()).thenThrows(NotFound, 'unknown-notice');
});

test('what became of its mail is kept once, and a mail that went after all counts', () => {
  const sent = ask('RecordNoticeMailed', {});
  const lost = ask('RecordNoticeMailFailed', { attempts: 3 });
  given(told).when(sent).then(mailed);
  given(told, seen).when(lost).then(failed);
  given(told, mailed).when(sent).thenNothing();
  given(told, mailed).when(lost).thenNothing();
  given(told, failed).when(lost).thenNothing();
  given(told, failed).when(sent).then(mailed);
  expect(fold(noticeDecider, [told, seen, mailed])).toMatchObject({
    status: 'acknowledged',
    mail: 'sent',
  });
});

test('a mailbox is set by its owner, or by who leads', () => {
  const mailbox = specify(mailboxDecider, LI_WEI);
  const data = { employee: 'li-wei', address: 'li.wei@example.com', language: 'en' } as const;
  const set = mailbox.event('MailboxSet', data);
  for (const by of [LI_WEI, MANAGER, { id: 'user:operator', role: 'operator' }])
    mailbox
      .given()
      .when(mailbox.ask('SetMailbox', data, '09:00', { by }))
      .then(set);
  mailbox
    .given(set)
    .when(mailbox.ask('SetMailbox', data, '09:00', { by: WANG_FANG }))
    .thenThrows(Forbidden, 'not-your-mailbox');
});

test.each([
  ['西湖区紫金港路 66 号', '西湖区'],
  ['上海市浦东新区世纪大道 100 号', '浦东新区'],
  ['浙江省杭州市余杭区文一西路', '余杭区'],
  ['桐庐县富春路 8 号', '桐庐县'],
  ['幸福小区 3 幢 502', undefined],
  ['高新园区 2 号楼', undefined],
  ['人民路 8 号', undefined],
])('the district of %s is %s', (address, district) => {
  expect(districtOf(address)).toBe(district);
});
