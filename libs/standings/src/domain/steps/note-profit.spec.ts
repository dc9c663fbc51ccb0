import { expect, test } from '@jest/globals';
import { HOTLINE } from '@app/kernel/src/testing/actors.js';
import { commandOf } from '@app/kernel/src/testing/messages.js';
import { specification } from '@app/kernel/src/testing/specification.js';
import { act, EMPLOYEE, laterOf, openedCase, YEAR } from '../../testing/cases.js';
import type { StandingCommand } from '../standing.commands.js';
import { standingDecider } from '../standing.decider.js';

const given = specification(standingDecider);
const by = { year: '2027', case: 1 };
const note = commandOf<StandingCommand>(HOTLINE)('NoteProfit', {
  employee: EMPLOYEE,
  year: YEAR,
  case: 1,
  by,
});

test.each([
  ['D9', 'D9.adopted', 'D9.profit'],
  ['D10', 'D10.adopted', 'D10.profit'],
])(
  '[%s] the year of an adoption is told of a profit that the next one counts, unless it has one itself',
  (article, name, profit) => {
    const [adopted] = act(1, name);
    const noted = {
      ...laterOf(adopted, HOTLINE)('ProfitNoted', { case: 1, by }),
      occurredAt: note.occurredAt,
    };
    given(...act(1, name))
      .when(note)
      .then(noted);
    const facts = { adoption: { year: YEAR, case: 1 }, profit: '100000.00' };
    const second = openedCase(2, profit, facts);
    given(...act(1, name), second)
      .when(note)
      .thenRefusedUnder(article, 'same-facts-twice');
    const dropped = laterOf(second)('CaseDropped', { case: 2, reason: '查无实据' });
    given(...act(1, name), second, dropped)
      .when(note)
      .then(noted);
    expect(given().when(note).events()).toEqual([]);
  },
);
