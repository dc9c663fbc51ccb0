import { expect, test } from '@jest/globals';
import type { Bilingual } from '../bilingual.js';
import type { Decider } from '../decider.js';
import { Invalid, Refused } from '../errors.js';
import type { Command, DomainEvent } from '../message.js';
import { LI_WEI } from './actors.js';
import { at } from './instants.js';
import { specification } from './specification.js';

const rung: DomainEvent = {
  type: 'BellRung',
  data: { times: 1 },
  occurredAt: at('09:00'),
  actor: LI_WEI,
  articles: ['V8'],
};
const bell: Decider<Command, undefined, DomainEvent> = {
  initialState: () => undefined,
  evolve: () => undefined,
  decide: () => [rung],
};
const ring = specification(bell)().when({ ...rung, id: '1' });

test('what happened is compared by type, data and articles, and not by time and actor', () => {
  ring.then({ type: 'BellRung', data: { times: 1 }, articles: ['V8'] });
  for (const other of [{ type: 'BellMuted' }, { data: {} }, { articles: [] }, { articles: ['V9'] }])
    expect(() => ring.then({ ...rung, ...other })).toThrow();
});

test('a refusal and an error say why in both languages', () => {
  const refusing = (error: Error) =>
    specification({
      ...bell,
      decide: () => {
        throw error;
      },
    })().when({ ...rung, id: '1' });
  const whole: Bilingual = { zh: '不可', en: 'it may not' };
  refusing(new Refused('V8', 'mute', whole)).thenRefusedUnder('V8', 'mute');
  refusing(new Invalid('mute', whole)).thenThrows(Invalid, 'mute');
  for (const part of [
    { ...whole, zh: 'it may not' },
    { ...whole, en: '' },
  ]) {
    expect(() => refusing(new Refused('V8', 'mute', part)).thenRefusedUnder('V8')).toThrow();
    expect(() => refusing(new Invalid('mute', part)).thenThrows(Invalid, 'mute')).toThrow();
  }
});
