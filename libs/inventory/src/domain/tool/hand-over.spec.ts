import { describe, expect, test } from '@jest/globals';
import { fold, Forbidden, Invalid, NotFound, NotPossible } from '@app/kernel';
import { LI_WEI, STOREKEEPER, WANG_FANG } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { inBatch } from '@app/kernel/src/testing/messages.js';
import {
  accepted,
  ask,
  due,
  event,
  given,
  inHand,
  meter,
  offered,
  onItsWay,
  overdue,
  registered,
  returnedAt,
  tool,
} from '../../testing/tools.js';
import { toolDecider } from './tool.decider.js';
import type { ToolEvent } from './tool.events.js';
import { holderAt } from './tool.state.js';

const checkOut = (employee: string, time: '08:00' | '06:59' = '08:00') =>
  ask('CheckOutTool', { employee }, time);
const outTo = (employee: string, more = {}) =>
  event('ToolCheckedOut', { tool, employee, ...more }, '08:00');
const by = (actor: typeof LI_WEI) => ({ by: actor });

describe('out of the store', () => {
  test('[R11] a tool is registered, once', () => {
    const register = ask('RegisterTool', meter);
    given().when(register).then(registered);
    given(registered).when(register).thenThrows(NotPossible, 'already-registered');
  });

  test('[R11] a tool that nobody registered is not handed out', () => {
    given().when(checkOut('li-wei')).thenThrows(NotFound, 'unknown-tool');
  });

  test('[R12] it says to whom, for which ticket and until when, or is a standing issue', () => {
    const data = { employee: 'li-wei', ticket: 'T-1', due };
    given(registered)
      .when(ask('CheckOutTool', data, '08:00'))
      .then(onItsWay);
    given(registered).when(checkOut('li-wei')).then(outTo('li-wei'));
  });

  test('[R12] for a ticket it says until when, and a time that has not come', () => {
    given(registered)
      .when(ask('CheckOutTool', { employee: 'li-wei', ticket: 'T-1' }))
      .thenThrows(Invalid, 'due-missing');
    given(registered)
      .when(ask('CheckOutTool', { employee: 'li-wei', due: at('09:00') }, '09:00'))
      .thenThrows(Invalid, 'due-too-early');
  });

  test.each(['wang-fang', 'li-wei'])(
    '[R12] refuses %s a tool that is with Li Wei, on its way or in his hands',
    (employee) => {
      const again = ask('CheckOutTool', { employee }, '10:00');
      given(registered, onItsWay).when(again).thenRefusedUnder('R12', 'tool-in-other-hands');
      given(...inHand)
        .when(again)
        .thenRefusedUnder('R12', 'tool-in-other-hands');
    },
  );

  test('[R12] whoever wants a tool that somebody has is told who has it', () => {
    const again = ask('CheckOutTool', { employee: 'wang-fang' }, '10:00');
    const told = (past: readonly ToolEvent[]) => () =>
      toolDecider.decide(again, fold(toolDecider, past));
    expect(told([registered, onItsWay])).toThrow('on its way to li-wei');
    expect(told(inHand)).toThrow('in the hands of li-wei');
  });

  test('[R12] it is not handed out before it was there, nor before it came back', () => {
    given(registered).when(checkOut('li-wei', '06:59')).thenThrows(Invalid, 'occurred-too-early');
    given(...inHand, returnedAt('11:00'))
      .when(ask('CheckOutTool', { employee: 'wang-fang' }, '10:59'))
      .thenThrows(Invalid, 'occurred-too-early');
  });
});

describe('what is not fit is not handed out', () => {
  const damaged = event('ToolDamaged', { tool, what: '表盘裂纹' }, '07:30');
  const lost = event('ToolReportedLost', { tool, circumstances: '盘点未见' }, '07:30');
  const retired = event('ToolRetired', { tool, reason: '老化' }, '07:30');
  const measuring = event('ToolRegistered', { ...meter, needsCalibration: true }, '07:00');
  const calibrated = (until: string) =>
    event('ToolCalibrated', { tool, certificate: 'CAL-1', validUntil: until }, '07:30');

  test('[V5] neither what is damaged, until it is repaired', () => {
    given(registered, damaged).when(checkOut('li-wei')).thenRefusedUnder('V5', 'tool-is-damaged');
    const repaired = event('ToolRepaired', { tool, what: '更换表盘' }, '07:45');
    given(registered, damaged, repaired).when(checkOut('li-wei')).then(outTo('li-wei'));
    given(...inHand, event('ToolDamaged', { tool, what: '裂纹' }, '08:30'))
      .when(ask('TransferTool', { employee: 'wang-fang' }, '09:00', by(LI_WEI)))
      .thenRefusedUnder('V5', 'tool-is-damaged');
  });

  test('[R11] nor what is lost, or retired, whenever that is told', () => {
    for (const command of [checkOut('li-wei'), inBatch(checkOut('li-wei'))]) {
      given(registered, lost).when(command).thenRefusedUnder('R11', 'tool-is-lost');
      given(registered, retired).when(command).thenRefusedUnder('R11', 'tool-is-retired');
    }
  });

  test('[V5] nor what has to be calibrated and is not, or no longer', () => {
    given(measuring).when(checkOut('li-wei')).thenRefusedUnder('V5', 'tool-out-of-calibration');
    for (const tools of [measuring, registered]) {
      given(tools, calibrated(at('07:59')))
        .when(checkOut('li-wei'))
        .thenRefusedUnder('V5', 'tool-out-of-calibration');
      given(tools, calibrated(at('08:00')))
        .when(checkOut('li-wei'))
        .then(outTo('li-wei', { calibrationEnds: at('08:00') }));
    }
  });

  test('[V5] an older certificate that is told later takes nothing from the newer', () => {
    given(measuring, calibrated(at('20:00')), calibrated(at('07:45')))
      .when(ask('CheckOutTool', { employee: 'li-wei', due }, '08:00'))
      .then(outTo('li-wei', { due }));
  });

  test('[V5] a calibration that ends before the tool is due is told as it is handed out', () => {
    const until = (validUntil: string) =>
      given(measuring, calibrated(validUntil)).when(
        ask('CheckOutTool', { employee: 'li-wei', due }, '08:00'),
      );
    until(at('11:59')).then(outTo('li-wei', { due, calibrationEnds: at('11:59') }));
    until(due).then(outTo('li-wei', { due }));
  });

  test('[V5] told late it was handed out all the same, and whoever did it answers for it', () => {
    const finding = (code: string) =>
      event('FindingRecorded', { finding: 1, article: 'V5', code, person: STOREKEEPER.id });
    given(registered, damaged)
      .when(inBatch(checkOut('li-wei')))
      .then(outTo('li-wei'), finding('tool-is-damaged'));
    given(measuring)
      .when(inBatch(checkOut('li-wei')))
      .then(outTo('li-wei'), finding('tool-out-of-calibration'));
  });
});

describe('what is told only after it was handed out', () => {
  const measuring = event('ToolRegistered', { ...meter, needsCalibration: true }, '07:00');
  const unfit = (code: string) =>
    event('FindingRecorded', { finding: 1, article: 'V5', code, person: STOREKEEPER.id }, '08:00');
  const typesOf = (past: readonly ToolEvent[], command: Parameters<typeof inBatch>[0]) =>
    toolDecider.decide(inBatch(command) as never, fold(toolDecider, past)).map(({ type }) => type);

  test('[V5] a calibration of before that held then: it was handed out calibrated', () => {
    const past = [measuring, outTo('li-wei'), unfit('tool-out-of-calibration')];
    const calibrate = (time: '07:30' | '08:30', validUntil: string) =>
      ask('RecordToolCalibrated', { certificate: 'CAL-1', validUntil }, time);
    const calibrated = ['ToolCalibrated'];
    expect(typesOf(past, calibrate('07:30', at('20:00')))).toEqual([
      ...calibrated,
      'FindingWithdrawn',
    ]);
    expect(typesOf(past, calibrate('08:30', at('20:00')))).toEqual(calibrated);
    expect(typesOf(past, calibrate('07:30', at('07:59')))).toEqual(calibrated);
  });

  test('[V5] a repair of before: it was handed out whole', () => {
    const damaged = event('ToolDamaged', { tool, what: '表盘裂纹' }, '07:30');
    const past = [registered, damaged, outTo('li-wei'), unfit('tool-is-damaged')];
    const repair = (time: '07:45' | '08:30') => ask('RecordToolRepaired', { what: 'x' }, time);
    expect(typesOf(past, repair('07:45'))).toEqual(['ToolRepaired', 'FindingWithdrawn']);
    expect(typesOf(past, repair('08:30'))).toEqual(['ToolRepaired']);
  });
});

describe('both sides say so', () => {
  const accept = (actor = LI_WEI) => ask('AcceptTool', {}, '08:05', by(actor));

  test('[R12] a tool is in the hands of whoever accepts it, and of nobody before', () => {
    given(registered, onItsWay).when(accept()).then(accepted);
    const hands = fold(toolDecider, [registered, onItsWay, accepted]);
    expect([at('08:04'), at('08:05')].map((time) => holderAt(hands, time))).toEqual([
      undefined,
      'li-wei',
    ]);
  });

  test('[R12] nobody accepts it for somebody else, or a second time', () => {
    given(registered, onItsWay).when(accept(WANG_FANG)).thenThrows(Forbidden, 'not-the-receiver');
    for (const past of [[registered], inHand])
      given(...past)
        .when(accept())
        .thenThrows(NotPossible, 'tool-not-on-its-way');
    given(registered, onItsWay)
      .when(ask('AcceptTool', {}, '07:59', by(LI_WEI)))
      .thenThrows(Invalid, 'occurred-too-early');
  });

  test('[R12] from hand to hand it goes by the word of both', () => {
    const handOn = ask('TransferTool', { employee: WANG_FANG.id }, '09:00', by(LI_WEI));
    given(...inHand)
      .when(handOn)
      .then(offered);
    const take = ask('AcceptTool', {}, '09:10', by(WANG_FANG));
    const moved = event(
      'ToolTransferred',
      { tool, employee: WANG_FANG.id, from: LI_WEI.id },
      '09:10',
    );
    given(...inHand, offered)
      .when(take)
      .then(moved);
    const before = fold(toolDecider, [...inHand, offered]);
    const after = fold(toolDecider, [...inHand, offered, moved]);
    expect([before, after].map((state) => holderAt(state, at('10:00')))).toEqual([
      'li-wei',
      'wang-fang',
    ]);
    expect(after).toMatchObject({ loan: { due, ticket: 'T-1', accepted: true } });
  });

  test('[R12] only whoever has it hands it on, to one, and not to themself', () => {
    const handOn = (actor: typeof LI_WEI, employee: string) =>
      ask('TransferTool', { employee }, '09:30', by(actor));
    given(...inHand)
      .when(handOn(WANG_FANG, 'x'))
      .thenThrows(Forbidden, 'not-the-holder');
    given(registered, onItsWay).when(handOn(LI_WEI, 'x')).thenThrows(NotPossible, 'tool-not-out');
    given(registered).when(handOn(LI_WEI, 'x')).thenThrows(NotPossible, 'tool-not-out');
    given(...inHand)
      .when(handOn(LI_WEI, 'li-wei'))
      .thenThrows(Invalid, 'transfer-to-oneself');
    given(...inHand, offered)
      .when(handOn(LI_WEI, 'x'))
      .thenThrows(NotPossible, 'tool-already-offered');
  });

  test('[R12] what is declined is in the store, or stays with whoever was handing it on', () => {
    const reason = '表笔缺失';
    const decline = (actor: typeof LI_WEI) => ask('DeclineTool', { reason }, '09:20', by(actor));
    const declined = event('ToolDeclined', { tool, employee: 'li-wei', reason }, '09:20');
    given(registered, onItsWay).when(decline(LI_WEI)).then(declined);
    expect(fold(toolDecider, [registered, onItsWay, declined])).not.toHaveProperty('loan');
    const kept = event(
      'ToolDeclined',
      { tool, employee: 'wang-fang', from: 'li-wei', reason },
      '09:20',
    );
    for (const actor of [LI_WEI, WANG_FANG])
      given(...inHand, offered)
        .when(decline(actor))
        .then(kept);
    expect(holderAt(fold(toolDecider, [...inHand, offered, kept]), at('10:00'))).toBe('li-wei');
    given(...inHand, offered)
      .when(decline(STOREKEEPER))
      .thenThrows(Forbidden, 'not-the-receiver');
    given(...inHand)
      .when(decline(LI_WEI))
      .thenThrows(NotPossible, 'tool-not-on-its-way');
  });

  test('[R12] handed on in time and told afterwards, it is the new holder who kept it too long', () => {
    const moved = { tool, employee: 'wang-fang', from: 'li-wei' };
    const take = ask('AcceptTool', {}, '11:50', by(WANG_FANG));
    given(...inHand, offered, overdue)
      .when({ ...take, receivedAt: at('13:00'), inBatch: true })
      .then(
        event('ToolTransferred', moved),
        event('FindingWithdrawn', {
          finding: 1,
          article: 'R12',
          disprovedBy: { type: 'ToolTransferred', occurredAt: at('11:50') },
        }),
        event('FindingRecorded', {
          finding: 2,
          article: 'R12',
          code: 'tool-overdue',
          person: 'wang-fang',
        }),
      );
    given(...inHand, offered, overdue)
      .when(ask('AcceptTool', {}, '12:30', by(WANG_FANG)))
      .then(event('ToolTransferred', moved));
  });

  test('[R12] of the new holder it is found as of when it was due, and disproved by a return before that', () => {
    const take = ask('AcceptTool', {}, '11:50', by(WANG_FANG));
    const events = given(...inHand, offered, overdue)
      .when({ ...take, receivedAt: at('13:00'), inBatch: true })
      .events();
    expect(events.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
      ['ToolTransferred', at('11:50')],
      ['FindingWithdrawn', expect.any(String)],
      ['FindingRecorded', due],
    ]);
    const [, withdrawn] = given(...inHand, offered, overdue, ...events)
      .when(ask('ReturnTool', { condition: 'good' }, '11:55'))
      .events();
    expect(withdrawn).toMatchObject({ type: 'FindingWithdrawn', data: { finding: 2 } });
  });
});

test('[R12] a tool is accepted under one’s own sign-in, or signed for', () => {
  const inPlaceOf = { ...STOREKEEPER, onBehalfOf: LI_WEI.id };
  const signature = 'a'.repeat(64);
  const accept = (data = {}) => ask('AcceptTool', data, '08:05', by(inPlaceOf));
  given(registered, onItsWay).when(accept()).thenThrows(Forbidden, 'not-the-receiver');
  given(registered, onItsWay)
    .when(accept({ signature }))
    .then(event('ToolAccepted', { tool, employee: LI_WEI.id, signature }));
  given(registered, onItsWay)
    .when(ask('AcceptTool', { signature }, '08:05', by(STOREKEEPER)))
    .then(event('ToolAccepted', { tool, employee: LI_WEI.id, signature }));
  given(registered, onItsWay)
    .when(ask('AcceptTool', { signature }, '08:05', by(WANG_FANG)))
    .thenThrows(Forbidden, 'not-the-receiver');
});
