import { NotPossible } from '@app/kernel';
import { DISPATCHER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { describe, expect, test } from '@jest/globals';
import {
  after,
  answer,
  apologise,
  ask,
  assign,
  close,
  closed,
  given,
  investigate,
  judged,
  late,
  lived,
  look,
  receive,
  record,
  uphold,
} from '../../testing/complaints.js';

const rate = ask('RecordSatisfaction', { rating: 4, words: '及时' }, at('09:00', 1));
const attempt = (time: string) =>
  ask('RecordAttempt', { channel: 'phone', note: '无人接听' }, time, { by: DISPATCHER });
const withdraw = (time = '12:00') =>
  ask('WithdrawComplaint', { words: '算了' }, time, { by: DISPATCHER });
const open = [receive(), record(), apologise()];

describe('[R9] a closed complaint without an answer', () => {
  test('cannot be: it is closed once the customer was answered', () => {
    given(...after(...judged))
      .when(close())
      .thenRefusedUnder('R9', 'closed-without-answer');
    expect(lived(...closed).closed).toMatchObject({ end: 'answered' });
    given(...after(...closed))
      .when(close('18:00'))
      .thenThrows(NotPossible, 'already-closed');
  });

  test('has no answer where nobody is there: an anonymous letter is judged, and closed', () => {
    const letter = [receive({ anonymous: true, channel: 'letter' }), record(), assign()];
    const found = [...letter, investigate()];
    given(...after(...found))
      .when(close())
      .thenRefusedUnder('R9', 'closed-without-answer');
    given(...after(...found, uphold()))
      .when(answer())
      .thenThrows(NotPossible, 'anonymous');
    const ended = after(...found, uphold(), close());
    expect(ended.slice(-2)).toMatchObject([
      { type: 'ComplaintClosed', data: { end: 'anonymous' } },
      { type: 'ComplaintTermKept', data: { term: 'answer' } },
    ]);
  });

  test('has none where the customer withdrew it: a supervisor says why it ends', () => {
    const past = after(...open, withdraw());
    given(...past)
      .when(close())
      .thenThrows(NotPossible, 'reason-missing');
    given(...past)
      .when(withdraw('12:30'))
      .thenNothing();
    const ended = lived(...open, withdraw(), close('17:00', '客户撤回'));
    expect(ended).toMatchObject({ closed: { end: 'withdrawn' }, missed: [] });
  });

  test('has none where they were tried as often as the settings ask for, in vain', () => {
    const twice = [...open, attempt('12:00'), attempt('13:00')];
    given(...after(...twice))
      .when(close('17:00', '联系不上'))
      .thenRefusedUnder('R9', 'closed-without-answer');
    given(...after(...twice, attempt('14:00')))
      .when(close())
      .thenThrows(NotPossible, 'reason-missing');
    const ended = lived(...twice, attempt('14:00'), close('17:00', '联系不上'));
    expect(ended.closed).toMatchObject({ end: 'unreachable' });
  });

  test('keeps what had run out before it ended, whoever notices it first', () => {
    const times = [at('09:00', 3), at('10:00', 3), at('11:00', 3)];
    const past = after(...open, ...times.map(attempt));
    given(...past)
      .when(close(at('09:00', 4), '联系不上'))
      .thenRefusedUnder('R13', 'findings-not-reviewed');
  });
});

describe('[R9] an answer', () => {
  test('says what was found, and so comes after it', () => {
    given(...after(...open))
      .when(answer())
      .thenRefusedUnder('R9', 'answered-before-judged');
    const told = late(answer(), at('20:00'));
    expect(
      given(...after(...open))
        .when(told)
        .events(),
    ).toMatchObject([
      { type: 'ComplaintAnswered' },
      { data: { code: 'answered-before-judged', person: DISPATCHER.id } },
      { type: 'ComplaintTermKept' },
    ]);
  });

  test('was given before the closing, and told after it', () => {
    const told = late(answer('16:30'), at('20:00'));
    expect(
      given(...after(...closed))
        .when(told)
        .events(),
    ).toMatchObject([{ type: 'ComplaintAnswered' }]);
    given(...after(...closed))
      .when(answer('18:00'))
      .thenThrows(NotPossible, 'complaint-closed');
  });

  test('is followed by how content the customer is with it, also after the closing', () => {
    expect(lived(...closed, rate).rating).toBe(4);
    given(...after(...judged))
      .when(rate)
      .thenThrows(NotPossible, 'not-answered');
  });
});

test('[R13] findings are reviewed before it is closed, and by nobody complained of', () => {
  const past = [...judged, answer(), look(at('11:00'))];
  const slow = [
    receive(),
    record(),
    look(at('11:05')),
    apologise('11:10'),
    assign('he-jun', '11:20'),
  ];
  const rest = [investigate(), uphold(), answer()];
  given(...after(...slow, ...rest))
    .when(close())
    .thenRefusedUnder('R13');
  const review = ask('ReviewFinding', { finding: 1, verdict: 'upheld' }, '16:30', {
    by: SUPERVISOR,
  });
  expect(lived(...slow, ...rest, review, close()).status).toBe('closed');
  const accused = { ...review, actor: { id: 'li-wei', role: 'supervisor' } };
  given(...after(...slow, ...rest))
    .when(accused)
    .thenRefusedUnder('R9', 'complained-of');
  expect(lived(...past).findings).toEqual([]);
});
