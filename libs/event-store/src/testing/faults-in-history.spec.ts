import { describe, expect, test } from '@jest/globals';
import type { RecordedEvent } from '../envelope.js';
import { recordedAt } from './envelopes.js';
import { someEvents, write } from './events.js';
import { faultsIn, type History, type Sent } from './faults-in-history.js';

/** Three appends to two streams, one after another; two subscribers saw them. */
function sound() {
  const events = someEvents(4);
  const at = (n: number, stream: string, version: number): RecordedEvent => {
    const { id, type, data, meta } = events[n]!;
    const place = { stream, version, position: BigInt(n + 1) };
    return { ...recordedAt(place, { ...meta, type, data }), id };
  };
  const log = [at(0, 'a-1', 1), at(1, 'a-1', 2), at(2, 'b-1', 1), at(3, 'a-1', 3)];
  const sent = [
    answered(['a-1', 2, [0, 1]], 0),
    answered(['b-1', 1, [2]], 10),
    answered(['a-1', 3, [3]], 20),
  ];
  function answered([stream, version, of]: [string, number, number[]], began: number): Sent {
    const position = BigInt(of.at(-1)! + 1);
    return {
      write: write(stream, version - of.length, ...of.map((n) => events[n]!)),
      began,
      ended: began + 5,
      appended: { position, versions: { [stream]: version }, repeated: false },
    };
  }
  return { log, sent, seen: [log, log] };
}

/** The history with some of its parts told otherwise. */
const told = (change: (history: ReturnType<typeof sound>) => Partial<History>): string[] => {
  const history = sound();
  return faultsIn({ ...history, ...change(history) });
};

const refused = ({ write: sent, began, ended }: Sent): Sent => ({ write: sent, began, ended });
const without = <Item>(list: readonly Item[], at: number) => list.filter((_, n) => n !== at);
const swapped = <Item>([a, b, c, d]: readonly Item[]) => [a!, b!, d!, c!];

test('a sound history has no faults', () => {
  expect(told(() => ({}))).toEqual([]);
});

describe('a history is at fault when', () => {
  test.each<[string, (history: ReturnType<typeof sound>) => Partial<History>, RegExp]>([
    [
      'an acknowledged event is not there',
      ({ log }) => ({ log: without(log, 2), seen: [] }),
      /was acknowledged and is not there/,
    ],
    [
      'an event stands there twice',
      ({ log }) => ({ log: [...log, { ...log[2]!, version: 2, position: 5n }], seen: [] }),
      /1 events stand there twice/,
    ],
    [
      'an event is there that was refused',
      ({ sent }) => ({ sent: sent.map((one, n) => (n === 1 ? refused(one) : one)) }),
      /was never acknowledged/,
    ],
    [
      'an event stands at another version than was said',
      ({ sent }) => ({
        sent: sent.map((one) => ({
          ...one,
          appended: { ...one.appended!, versions: { 'a-1': 7, 'b-1': 1 } },
        })),
      }),
      /stands as a-1 1, not as a-1 6/,
    ],
    [
      'an event stands at another position than was said',
      ({ sent }) => ({
        sent: sent.map((one) => ({ ...one, appended: { ...one.appended!, position: 3n } })),
      }),
      /is at 2, not at 3/,
    ],
    ['a stream has a gap', ({ log }) => ({ log: without(log, 1) }), /a-1 has version 3 after 1/],
    [
      'positions go back',
      ({ log }) => ({ log: log.map((event) => ({ ...event, position: 10n - event.position })) }),
      /position 8 goes back/,
    ],
    [
      'a later append stands before an earlier one',
      ({ log }) => ({ log: swapped(log), seen: [] }),
      /which was there when it began/,
    ],
    [
      'a subscriber was not given an event',
      ({ log }) => ({ seen: [log, without(log, 1)] }),
      /subscriber 1 was given .* for /,
    ],
    [
      'a subscriber was given the last one twice',
      ({ log }) => ({ seen: [[...log, log[3]!], log] }),
      /subscriber 0 was given 5 events of 4/,
    ],
    [
      'a subscriber saw another order',
      ({ log }) => ({ seen: [log, swapped(log)] }),
      /subscriber 1 was given .* for /,
    ],
  ])('%s', (_, change, fault) => {
    expect(told(change).join('\n')).toMatch(fault);
  });

  test('appends that overlapped may stand either way', () => {
    expect(
      told(({ log, sent }) => ({
        log: [0, 1, 3, 2].map((at, n) => ({ ...log[at]!, position: BigInt(n + 1) })),
        sent: sent.map((one, n) => ({
          ...one,
          began: 0,
          appended: { ...one.appended!, position: [2n, 4n, 3n][n]! },
        })),
        seen: [],
      })),
    ).toEqual([]);
  });
});
