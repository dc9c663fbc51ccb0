import { describe, expect, test } from '@jest/globals';
import { fold, Invalid } from '@app/kernel';
import { MANAGER } from '@app/kernel/src/testing/actors.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { reportingLinesDecider } from './reporting-lines.js';
import { LONGEST_LINE, type Superior } from './reports-to.js';

const { given, ask, event } = specify(reportingLinesDecider, MANAGER);

const named = (employee: string, reportsTo?: string) =>
  event('SuperiorNamed', { employee, ...(reportsTo !== undefined && { reportsTo }) });

/** What the files say of those above, the direct supervisor first. */
function name(employee: string, reportsTo?: string, ...onFile: string[]) {
  const above = onFile.map((each): Superior => ({ employee: each, status: 'active' }));
  const data = { employee, ...(reportsTo !== undefined && { reportsTo }) };
  return ask('NameSuperior', data, '09:00', { known: { above } });
}

describe('the lines of the whole centre', () => {
  test('take who reports to whom, and to nobody any more', () => {
    given().when(name('a', 'b')).then(named('a', 'b'));
    given(named('a', 'b')).when(name('a')).then(named('a'));
    given(named('a', 'b'), named('a')).when(name('a')).thenNothing();
    given().when(name('a')).thenNothing();
  });

  test('refuse what closes a circle, by what has changed and by what stands on file', () => {
    given(named('a', 'b'), named('b', 'c'))
      .when(name('c', 'a', 'a'))
      .thenThrows(Invalid, 'supervisors-in-a-circle');
    given(named('b', 'c'))
      .when(name('a', 'b', 'b', 'c', 'a'))
      .thenThrows(Invalid, 'supervisors-in-a-circle');
    given(named('a', 'b'))
      .when(name('b', 'c', 'c', 'a'))
      .thenThrows(Invalid, 'supervisors-in-a-circle');
  });

  test('go by the change where a file was read before it', () => {
    given(named('b', 'x'), named('b'))
      .when(name('a', 'b', 'b', 'a'))
      .then(named('a', 'b'));
    given(named('b', 'd'))
      .when(name('a', 'b', 'b', 'a'))
      .then(named('a', 'b'));
  });

  test('refuse a line that is longer than any', () => {
    const line = Array.from({ length: LONGEST_LINE }, (_, index) =>
      named(`e${index}`, `e${index + 1}`),
    );
    given(...line)
      .when(name('a', 'e0', 'e0'))
      .thenThrows(Invalid, 'too-many-supervisors');
  });

  test('carry all of it forward now and then, so that no command reads further back', () => {
    const before = Array.from({ length: 200 }, (_, index) => named('a', `s${index}`));
    const [first, carried] = given(named('b', 'c'), ...before, named('z', 'y'), named('z'))
      .when(name('b', 'd', 'd'))
      .events();
    expect(first).toEqual(named('b', 'd'));
    expect(carried?.data).toEqual({
      lines: [
        { employee: 'b', reportsTo: 'd' },
        { employee: 'a', reportsTo: 's199' },
      ],
    });
    const state = fold(reportingLinesDecider, [first!, carried!]);
    expect(state).toEqual({ lines: { b: 'd', a: 's199' }, since: 0 });
  });
});
