import { NotPossible } from '@app/kernel';
import { DISPATCHER, SUPERVISOR } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { describe, expect, test } from '@jest/globals';
import {
  after,
  answer,
  apologise,
  ask,
  calendar,
  closed,
  given,
  judged,
  lived,
  look,
  receive,
  record,
  reopen,
} from '../../testing/complaints.js';

const morning = at('09:00', 1);
const nobody = { leads: true, judged: false, accused: [] as string[] };
const join = (to = 'TS-2', known = nobody, by = SUPERVISOR) =>
  ask('JoinComplaint', { to }, '11:00', { by, known });
const take = (time = '11:00') =>
  ask(
    'TakeJoinedComplaint',
    { joined: 'TS-2', points: [{ point: 1, about: 'integrity', employee: 'wang-fang' }] },
    time,
    { by: { id: 'process', role: 'process' }, known: { calendar } },
  );
const answered = (lead = nobody, by = DISPATCHER) =>
  ask('AnswerComplaint', { channel: 'phone', answer: '…' }, '16:00', { by, known: { lead } });

describe('[R9] a reopened complaint', () => {
  test('shows no longer as answered in time: it begins anew, under new terms, and counts how often', () => {
    const again = lived(...closed, reopen(morning));
    expect(again).toMatchObject({ status: 'open', round: 2, missed: [] });
    for (const gone of ['apology', 'investigator', 'investigation', 'answer', 'closed'])
      expect(again).not.toHaveProperty(gone);
    expect(again.points[0]).not.toHaveProperty('verdict');
    expect(again.points[0]!.before).toMatchObject({ upheld: true });
    expect(again.terms.answer).toMatchObject({ from: morning, verdict: 'running' });
    expect(again.terms.answer!.due).toBe(at('24:00', 4));
  });

  test('was not answered in time where its second answer is late, whatever the first was', () => {
    const second = lived(...closed, reopen(morning), look(at('00:00', 6)));
    expect(second.missed).toContainEqual({ term: 'answer', round: 2 });
    const events = after(...closed, reopen(morning), look(at('00:00', 6)));
    expect(events.filter(({ type }) => type === 'ComplaintTermKept')).toHaveLength(2);
  });

  test('keeps what was missed before, though the second round is in time', () => {
    const missed = [
      ...judged,
      look(at('00:01', 4)),
      answer(at('09:00', 4)),
      reopen(at('10:00', 4)),
    ];
    const again = lived(...missed, apologise(at('10:05', 4)));
    expect(again.missed).toEqual([{ term: 'answer', round: 1 }]);
    expect(again.terms.acknowledge!.verdict).toBe('kept');
  });

  test('was answered or closed before, and takes what is said besides', () => {
    given(...after(...judged))
      .when(reopen('15:00'))
      .thenThrows(NotPossible, 'not-answered-yet');
    const again = lived(...judged, answer(), reopen('17:00', [{ about: 'charge' }]));
    expect(again.points.map(({ about }) => about)).toEqual(['integrity', 'charge']);
  });
});

describe('[R9] complaints about one thing', () => {
  const second = [receive(), record()];

  test('are joined: investigated and judged together', () => {
    const joined = lived(...second, apologise(), join());
    expect(joined.joinedTo).toBe('TS-2');
    const assignHere = ask('AssignInvestigator', { employee: 'he-jun' }, '12:00', {
      by: SUPERVISOR,
      known: { employee: 'active' },
    });
    given(...after(...second, apologise(), join()))
      .when(assignHere)
      .thenThrows(NotPossible, 'investigated-elsewhere');
  });

  test.each([
    ['to itself', join('TS-1'), 'joined-to-itself'],
    ['to one that is joined or over', join('TS-2', { ...nobody, leads: false }), 'not-a-lead'],
  ])('not %s', (_, command, code) => {
    given(...after(...second))
      .when(command)
      .thenThrows(NotPossible, code);
  });

  test('not by whoever the other one complains of', () => {
    given(...after(...second))
      .when(join('TS-2', { ...nobody, accused: [SUPERVISOR.id] }))
      .thenRefusedUnder('R9', 'complained-of');
    given(...after(...second, apologise(), join()))
      .when(answered({ ...nobody, judged: true, accused: [DISPATCHER.id] }))
      .thenRefusedUnder('R9', 'complained-of');
  });

  test('a joined complaint that nobody answered stays open, and its term runs out', () => {
    const waits = [...second, apologise(), join()];
    given(...after(...waits))
      .when(answered())
      .thenRefusedUnder('R9', 'answered-before-judged');
    const over = lived(...waits, look(at('00:01', 4)));
    expect(over).toMatchObject({ status: 'open', missed: [{ term: 'answer', round: 1 }] });
    const told = lived(...waits, answered({ ...nobody, judged: true }));
    expect(told.answer).toMatchObject({ answer: '…' });
  });

  test('the one that leads judges what all of them complain of, each point once', () => {
    const leads = lived(...judged, take(), take());
    expect(leads.joined).toEqual(['TS-2']);
    expect(leads.points).toMatchObject([
      { point: 1 },
      { point: 2, employee: 'wang-fang', from: 'TS-2', numbered: 1 },
    ]);
    given(...after(...judged, take()))
      .when(answer())
      .thenRefusedUnder('R9', 'answered-before-judged');
  });

  test('one that is closed meanwhile goes on for what is joined to it', () => {
    const leads = lived(...closed, take('18:00'));
    expect(leads).toMatchObject({ status: 'open', round: 2, joined: ['TS-2'] });
  });

  test('reopened, it stands by itself again', () => {
    const waits = [...second, apologise(), join(), answered({ ...nobody, judged: true })];
    expect(lived(...waits, reopen('17:00'))).not.toHaveProperty('joinedTo');
  });
});
