import { Invalid, NotFound, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { opened } from '../../testing/past.js';
import { POLICY_HOURS, POLICY_TERMS, SITE } from '../../testing/intake.js';
import { at, command, event, givenFor, HOTLINE, TICKET } from '../../testing/ticket.builders.js';
import type { OpenTicket } from '../ticket/ticket.commands.js';
import { clocksSet } from '../../testing/clocks.past.js';
import { openTicket } from './open-ticket.js';

const given = givenFor(openTicket);

const caller = { name: '孙丽', phone: '13800000001', address: '人民路 8 号', landmark: '人民公园' };

function call(data: Partial<OpenTicket['data']>, known: Partial<OpenTicket['known']> = {}) {
  return command(
    'OpenTicket',
    { ticket: TICKET, source: 'hotline', fault: '空调不制冷', ...data },
    '08:00',
    { by: HOTLINE, known: { defaultQuietHours: POLICY_HOURS, sla: POLICY_TERMS, ...known } },
  );
}

test('[N12] takes down who called and from where, and starts both clocks from the call [B2]', () => {
  given()
    .when(call(caller))
    .then(
      event('TicketOpened', {
        ticket: TICKET,
        source: 'hotline',
        fault: '空调不制冷',
        emergency: false,
        ...caller,
        quietHours: POLICY_HOURS,
      }),
      ...clocksSet,
    );
});

test.each(['name', 'phone', 'address'] as const)(
  '[N12] refuses a call without the %s',
  (missing) => {
    given()
      .when(call({ ...caller, [missing]: undefined }))
      .thenRefusedUnder('N12');
    given()
      .when(call({ ...caller, [missing]: ' ' }))
      .thenRefusedUnder('N12');
  },
);

test('[N12] refuses a call whose landmark nobody asked for', () => {
  given()
    .when(call({ ...caller, landmark: undefined }))
    .thenRefusedUnder('N12');
});

test('[N12] takes a landmark that the caller does not know as declared unknown', () => {
  const [first] = given()
    .when(call({ ...caller, landmark: null }))
    .events();
  expect(first).toMatchObject({
    type: 'TicketOpened',
    data: { landmark: null },
    articles: ['N12'],
  });
});

test('[N12] needs to ask nothing again of a customer site on file, and keeps its quiet hours', () => {
  const [first] = given()
    .when(call({ customer: 'C-1', site: 'S-1' }, { site: SITE }))
    .events();
  expect(first).toMatchObject({ data: { customer: 'C-1', site: 'S-1', ...SITE } });
});

test('what the caller says goes before what the file says', () => {
  const [first] = given()
    .when(call({ site: 'S-1', phone: '13900000009' }, { site: SITE }))
    .events();
  expect(first).toMatchObject({ data: { phone: '13900000009', name: SITE.name } });
});

test('a site that nobody knows is not found', () => {
  given()
    .when(call({ ...caller, site: 'S-9' }))
    .thenThrows(NotFound, 'site-not-found');
});

test('a call of the source emergency opens an emergency', () => {
  const [first] = given()
    .when(call({ ...caller, source: 'emergency' }))
    .events();
  expect(first).toMatchObject({ data: { emergency: true } });
});

test('a ticket is opened once', () => {
  given(opened()).when(call(caller)).thenThrows(NotPossible, 'ticket-exists');
});

test.each(['无', ' 没有 ', 'none'])(
  '[N12] takes «%s» for what it says, that there is no landmark',
  (landmark) => {
    const [opened] = given()
      .when(call({ ...caller, landmark }))
      .events();
    expect(opened?.data).toMatchObject({ landmark: null });
  },
);

const signature = {
  name: '孙丽',
  role: 'customer' as const,
  signedAt: at('08:00'),
  image: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};

test('[N12] a customer who came in person signs at the counter', () => {
  const [first] = given()
    .when(call({ ...caller, source: 'walk-in', signature }))
    .events();
  expect(first?.data).toMatchObject({ signature });
});

test('[N12] nobody signs who is not there, or before there is anything to sign', () => {
  given()
    .when(call({ ...caller, signature }))
    .thenThrows(Invalid, 'nobody-there-to-sign');
  given()
    .when(
      call({ ...caller, source: 'walk-in', signature: { ...signature, signedAt: at('09:00') } }),
    )
    .thenThrows(Invalid, 'signed-ahead');
});
