import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { Room, SMALL } from './room.js';

const MIB = 1024 * 1024;
const room = new Room(8 * MIB);

/** A request of a user whose body has come so far; answers whether there was room for it. */
function sent(user: string, bytes: number) {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const place = room.placeOf(response, user);
  const takes = (): boolean => {
    try {
      place.take(bytes);
      return true;
    } catch {
      return false;
    }
  };
  return { had: takes(), end: () => response.emit('close') };
}

test('one user takes a quarter of the room and no more, and all together take it whole', () => {
  const of = (user: string) => Array.from({ length: 12 }, () => sent(user, MIB + SMALL));
  const all = ['li', 'wang', 'zhao', 'qian', 'sun'].map(of);
  const had = all.map((each) => each.filter(({ had }) => had).length);
  expect(had).toEqual([2, 2, 2, 2, 0]);
  for (const { end } of all[0]!) end();
  expect([sent('zhao', MIB + SMALL).had, sent('sun', MIB + SMALL).had]).toEqual([false, true]);
});

test('what is small is taken from everybody at any time', () => {
  for (let n = 0; n < 1000; n++) expect(sent('wang', SMALL).had).toBe(true);
});
