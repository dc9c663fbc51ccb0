import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold, Invalid, NotFound, NotPossible, type LocalTime } from '@app/kernel';
import { STOREKEEPER } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { specify } from '@app/kernel/src/testing/specification.js';
import { play, storiesOf } from '@app/kernel/src/testing/stories.js';
import { holderAt, toolDecider, type ToolCommand } from './tool.js';

const { given, ask, event } = specify(toolDecider, STOREKEEPER, (type) =>
  type === 'ToolRegistered' ? ['R11'] : ['R12'],
);

const tool = 'TOOL-1';
const meter = { tool, name: '万用表' };
const registered = event('ToolRegistered', meter);
const out = event('ToolCheckedOut', { tool, employee: 'li-wei' });
const back = event('ToolReturned', { tool, employee: 'li-wei' });

const checkOut = (employee: string) => ask('CheckOutTool', { employee });
const giveBack = ask('ReturnTool', {});

test('[R11] a tool is registered, once', () => {
  const register = ask('RegisterTool', meter);
  given().when(register).then(registered);
  given(registered).when(register).thenThrows(NotPossible, 'already-registered');
});

test('[R12] a tool goes into the hands of one person, and back', () => {
  given(registered).when(checkOut('li-wei')).then(out);
  given(registered, out).when(giveBack).then(back);
  given(registered, out, back)
    .when(checkOut('wang-fang'))
    .then(event('ToolCheckedOut', { tool, employee: 'wang-fang' }));
});

test.each(['wang-fang', 'li-wei'])(
  '[R12] refuses %s a tool that Li Wei has, and keeps it in his hands',
  (employee) => {
    given(registered, out).when(checkOut(employee)).thenRefusedUnder('R12', 'tool-in-other-hands');
  },
);

test('[R12] what is in the store is not given back', () => {
  given(registered).when(giveBack).thenThrows(NotPossible, 'tool-not-out');
  given(registered, out, back).when(giveBack).thenThrows(NotPossible, 'tool-not-out');
});

test('[R12] a tool is not given back before it was handed out, nor handed out before it came back', () => {
  given(registered, { ...out, occurredAt: at('10:00') })
    .when({ ...giveBack, occurredAt: at('09:59') })
    .thenThrows(Invalid, 'occurred-too-early');
  given(registered, out, { ...back, occurredAt: at('10:00') })
    .when({ ...checkOut('wang-fang'), occurredAt: at('09:59') })
    .thenThrows(Invalid, 'occurred-too-early');
});

test('[R11] a tool that nobody registered is neither handed out nor given back', () => {
  given().when(checkOut('li-wei')).thenThrows(NotFound, 'unknown-tool');
  given().when(giveBack).thenThrows(NotFound, 'unknown-tool');
});

test('[R12] whatever is asked, what is handed out comes back from the same hands before it goes on', () => {
  const story = storiesOf<ToolCommand>(
    {
      RegisterTool: fc.constant({ data: meter }),
      CheckOutTool: fc.record({
        data: fc.record({ employee: fc.constantFrom('li-wei', 'wang-fang') }),
        known: fc.constant({ employee: 'active' as const }),
      }),
      ReturnTool: fc.constant({ data: {} }),
    },
    { plot: ['RegisterTool', 'CheckOutTool', 'ReturnTool', 'CheckOutTool'], by: STOREKEEPER },
  );
  fc.assert(
    fc.property(story, (commands) => {
      const [first, ...moves] = play(toolDecider, commands).flatMap(({ events }) => events);
      if (first) expect(first.type).toBe('ToolRegistered');
      moves.forEach((move, index) => {
        const handedOut = index % 2 === 0;
        expect(move.type).toBe(handedOut ? 'ToolCheckedOut' : 'ToolReturned');
        if (!handedOut) expect(move.data).toEqual(moves[index - 1]!.data);
      });
    }),
  );
});

test('[R12] [V5] in whose hands a tool was is judged as of when it was', () => {
  const move = (type: 'ToolCheckedOut' | 'ToolReturned', time: LocalTime, employee = 'li-wei') =>
    event(type, { tool, employee }, time);
  const held = fold(toolDecider, [
    event('ToolRegistered', meter, '09:00'),
    move('ToolCheckedOut', '10:00'),
    move('ToolReturned', '11:00'),
    move('ToolCheckedOut', '12:00', 'wang-fang'),
  ]);
  const times = [at('09:30'), at('10:00'), at('11:00'), at('13:00')];
  expect(times.map((time) => holderAt(held, time))).toEqual([
    undefined,
    'li-wei',
    undefined,
    'wang-fang',
  ]);
  expect(held).toMatchObject({ holder: 'wang-fang' });
});
