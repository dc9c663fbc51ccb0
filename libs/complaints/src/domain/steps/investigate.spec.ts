import { NotPossible } from '@app/kernel';
import { LI_WEI, STOREKEEPER, SUPERVISOR, WANG_FANG } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { describe, expect, test } from '@jest/globals';
import {
  after,
  apologise,
  assign,
  given,
  investigate,
  late,
  lived,
  receive,
  record,
  uphold,
} from '../../testing/complaints.js';

const letter = [receive({ anonymous: true, channel: 'letter' }), record()];

describe('[N13] the customer comes first', () => {
  test('nothing is done before their words are recorded, nor investigated before an apology', () => {
    given(...after(receive()))
      .when(apologise())
      .thenRefusedUnder('N13', 'before-the-words');
    given(...after(receive()))
      .when(assign())
      .thenRefusedUnder('N13', 'before-the-words');
    given(...after(receive(), record()))
      .when(assign())
      .thenRefusedUnder('N13', 'investigated-before-apology');
    expect(lived(receive(), record(), apologise(), assign()).investigator).toBe(STOREKEEPER.id);
  });

  test('told late, that an investigation came first is found, of nobody, and stands', () => {
    const past = after(receive(), record());
    const told = late(assign(), at('20:00'));
    const [assigned, finding] = given(...past)
      .when(told)
      .events();
    expect(assigned!.type).toBe('InvestigatorAssigned');
    expect(finding!.data).toEqual({
      ...{ finding: 1, article: 'N13', code: 'investigated-before-apology', round: 1 },
    });
  });

  test('told late, what was done before the words and the apology is found though both came since', () => {
    const early = late({ ...assign(), occurredAt: at('09:01') }, at('20:00'));
    const events = given(...after(receive(), record(), apologise()))
      .when(early)
      .events();
    const codes = events.flatMap(({ data }) => ('code' in data ? [data.code] : []));
    expect(codes).toEqual(['before-the-words', 'investigated-before-apology']);
  });

  test('and is found no more, once it is told that they had been apologised to before', () => {
    const past = after(receive(), record(), late(assign(), at('10:40')));
    const news = given(...past)
      .when(late(apologise(), at('20:00')))
      .events();
    expect(news).toMatchObject([
      { type: 'ApologyOffered' },
      { type: 'FindingWithdrawn', data: { finding: 1, article: 'N13' } },
      { type: 'ComplaintTermKept', data: { term: 'acknowledge' } },
    ]);
  });

  test('nobody anonymous is apologised to: their letter is investigated without it', () => {
    given(...after(...letter))
      .when(apologise())
      .thenThrows(NotPossible, 'anonymous');
    expect(lived(...letter, assign()).investigator).toBe(STOREKEEPER.id);
  });
});

describe('[R9] it is investigated', () => {
  test('by somebody who is not complained of, and was assigned', () => {
    const past = after(receive(), record(), apologise());
    given(...past)
      .when(assign(LI_WEI.id))
      .thenRefusedUnder('R9', 'investigator-complained-of');
    given(...past)
      .when(investigate())
      .thenRefusedUnder('R9', 'not-the-investigator');
    given(...past, ...after(receive(), record(), apologise(), assign()).slice(-1))
      .when(investigate('12:00', SUPERVISOR))
      .thenRefusedUnder('R9', 'not-the-investigator');
  });

  test('by whoever was assigned last; who was before may tell late what they had found', () => {
    const past = after(receive(), record(), apologise(), assign(), assign(WANG_FANG.id, '11:00'));
    given(...past)
      .when(investigate('12:00'))
      .thenRefusedUnder('R9', 'not-the-investigator');
    const told = late(investigate('12:00'), at('20:00'));
    expect(
      given(...past)
        .when(told)
        .events()[0],
    ).toMatchObject({ type: 'ComplaintInvestigated' });
  });

  test('anew, where who investigated or who chose them turns out to be complained of', () => {
    const past = [receive(), record(), apologise(), assign(), investigate()];
    const alsoInvestigator = record([{ about: 'neglect', employee: STOREKEEPER.id }], '12:30');
    const then = lived(...past, alsoInvestigator);
    expect(then).not.toHaveProperty('investigator');
    expect(then).not.toHaveProperty('investigation');
    const alsoChooser = record([{ about: 'neglect', employee: SUPERVISOR.id }], '12:30');
    expect(lived(...past, alsoChooser)).not.toHaveProperty('investigator');
    const judgedToo = lived(...past, uphold(), alsoChooser);
    expect(judgedToo.points[0]).not.toHaveProperty('verdict');
    expect(judgedToo.investigation?.result).toBe('门卫记录相符');
  });

  test('once: the same one again is nothing new', () => {
    given(...after(receive(), record(), apologise(), assign()))
      .when(assign())
      .thenNothing();
  });
});
