import { describe, test } from '@jest/globals';
import { LI_WEI } from '@app/kernel/src/testing/actors.js';
import { at } from '@app/kernel/src/testing/instants.js';
import { eventOf } from '@app/kernel/src/testing/messages.js';
import { recorded } from '@app/event-store/src/testing/envelopes.js';
import { processOf } from './testing/given-processes.js';
import { remindWhenOverdue, type BookEvent } from './testing/lending.js';

const { given } = processOf(remindWhenOverdue);
const event = eventOf<BookEvent>(LI_WEI);
const lent = event('BookLent', { reader: 'li', until: at('17:00') });
const counted = (nth: number) => ({
  category: 'reader',
  id: 'li',
  type: 'CountLoan',
  data: { nth },
});
const reminder = {
  deadline: 'return',
  at: at('17:00'),
  send: { category: 'book', id: 'b', type: 'RemindReader', data: {} },
};

describe('a process', () => {
  test('answers an event with commands and a deadline', () => {
    given(...recorded('book-b', [lent])).thenCommands(counted(1), reminder);
  });
  test('knows by its state what came before', () => {
    given(...recorded('book-b', [lent, event('BookReturned', {}), lent])).thenCommands(
      counted(1),
      reminder,
      { withdraw: 'return' },
      counted(2),
      reminder,
    );
  });
  test('keeps the state of each stream apart', () => {
    given(...recorded('book-b', [lent]), ...recorded('book-c', [lent])).thenCommands(
      counted(1),
      reminder,
      counted(1),
      { ...reminder, send: { ...reminder.send, id: 'c' } },
    );
  });
  test('passes over what it does not handle', () => {
    given(...recorded('book-b', [{ ...lent, type: 'Other' } as never])).thenNothing();
  });
});
