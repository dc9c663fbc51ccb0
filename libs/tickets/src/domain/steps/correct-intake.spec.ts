import { Invalid, NotPossible } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { cancelled, closed, opened, resolved } from '../../testing/past.js';
import { command, event, givenFor, HOTLINE, ticketAfter } from '../../testing/ticket.builders.js';
import type { CorrectIntake } from '../ticket/intake.commands.js';
import { correctIntake } from './correct-intake.js';

const given = givenFor(correctIntake);
const correct = (data: Partial<CorrectIntake['data']>, time = '08:30') =>
  command('CorrectIntake', { reason: '客户来电更正', ...data }, time as '08:30', { by: HOTLINE });
const corrected = event(
  'IntakeCorrected',
  {
    address: '人民路 18 号',
    landmark: null,
    before: { address: '人民路 8 号 3 单元 502', landmark: '人民公园东门' },
    reason: '客户来电更正',
  },
  '08:30',
);

test('[N12] sets right what the call was put down as, and names what was before', () => {
  given(opened())
    .when(correct({ address: '人民路 18 号', landmark: '没有', name: '孙丽' }))
    .then(corrected);
});

test('[N12] the ticket says what was corrected from then on, and corrects from there', () => {
  const { intake } = ticketAfter(opened(), corrected);
  expect(intake).toMatchObject({ name: '孙丽', address: '人民路 18 号', landmark: null });
  const [again] = given(opened(), corrected)
    .when(correct({ address: '人民路 28 号' }, '08:40'))
    .events();
  expect(again?.data).toMatchObject({ before: { address: '人民路 18 号' } });
});

test('[N12] refuses to leave the caller without a name', () => {
  given(opened())
    .when(correct({ name: ' ' }))
    .thenRefusedUnder('N12', 'caller-not-identified');
});

test.each([{}, { name: '孙丽', fault: '空调不制冷' }])(
  'refuses %j, which changes nothing',
  (data) => {
    given(opened()).when(correct(data)).thenThrows(NotPossible, 'nothing-corrected');
  },
);

test('what was resolved can be set right, what was closed or cancelled only after a reopening', () => {
  expect(
    given(opened(), resolved('08:20'))
      .when(correct({ name: '孙莉' }))
      .events(),
  ).toHaveLength(1);
  given(opened(), resolved('08:10'), closed('08:20'))
    .when(correct({ name: '孙莉' }))
    .thenRefusedUnder('R10');
  given(opened(), cancelled('08:20'))
    .when(correct({ name: '孙莉' }))
    .thenThrows(NotPossible, 'ticket-cancelled');
});

test('is not dated before what it corrects', () => {
  given(opened(), corrected)
    .when(correct({ address: '人民路 28 号' }, '08:29'))
    .thenThrows(Invalid, 'occurred-too-early');
});
