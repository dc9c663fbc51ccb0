import { describe, expect, test } from '@jest/globals';
import { HttpProblem } from '../problems/http-problem.js';
import { CommandDto } from './command.dto.js';
import { InstantText, MayBeAbsent, Text } from './fields.js';
import { Nested } from './nested.js';
import { RequestPipe } from './request.pipe.js';

class WindowDto {
  @InstantText()
  until!: string;
}

class SentDto extends CommandDto {
  @Nested(() => WindowDto)
  window!: WindowDto;

  @Text({ max: 20 })
  reason!: string;

  @MayBeAbsent()
  @Text({ max: 20, each: true })
  words?: string[];
}

const good = { window: { until: '2026-03-02T10:00:00+08:00' }, reason: '客户不在家' };

/** What is found in a body, as pointer and code. */
async function found(more: object): Promise<string[]> {
  try {
    await new RequestPipe().transform(
      { ...good, ...more },
      { type: 'body', metatype: SentDto, data: undefined },
    );
    return [];
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    expect(error.status).toBe(400);
    return (error.details.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe('an instant', () => {
  test.each([
    '0000-01-01T00:00:00Z',
    '0000-01-01T00:00:00+08:00',
    '1500-06-01T00:00:00Z',
    '1999-12-31T23:59:59.999Z',
    '2000-01-01T00:00:00+08:00',
    '2100-01-01T00:00:00Z',
    '9999-12-31T23:59:59-08:00',
  ])('is refused where no service is given: %s', async (at) => {
    expect(await found({ occurredAt: at })).toEqual(['/occurredAt instant-out-of-range']);
    expect(await found({ window: { until: at } })).toEqual(['/window/until instant-out-of-range']);
  });

  test.each(['2000-01-01T00:00:00Z', '2099-12-31T23:59:59.999Z', '2100-01-01T00:00:00+08:00'])(
    'is taken at the edge of a century: %s',
    async (at) => expect(await found({ occurredAt: at })).toEqual([]),
  );

  test('that is none is said to be none', async () => {
    expect(await found({ occurredAt: 'yesterday' })).toEqual(['/occurredAt not-an-instant']);
  });
});

describe('a text', () => {
  test.each([
    ' ',
    '\u3000',
    '\u200b',
    '\u200b \u2060',
    '\u202e\u202c',
    '\u3164',
    '\ufeff',
    '\u2800',
  ])('that nobody can see is blank: %j', async (reason) =>
    expect(await found({ reason })).toEqual(['/reason blank']),
  );

  test('is without what turns around what stands beside it, also in a list', async () => {
    const sent = { ...good, reason: '客户\u202e不在家\u202c', words: ['a\u2066b', 'c\u200fd'] };
    const metatype = SentDto;
    const read = new RequestPipe().transform(sent, { type: 'body', metatype, data: undefined });
    expect(await read).toMatchObject({ reason: '客户不在家', words: ['ab', 'c\u200fd'] });
  });

  test('keeps its invisible characters where it has visible ones', async () => {
    expect(await found({ reason: '👨\u200d👩' })).toEqual([]);
  });
});

describe('a field that every object of JavaScript has', () => {
  test.each(Object.getOwnPropertyNames(Object.prototype))('is unknown: %s', async (name) => {
    expect(await found(withOwn(name))).toEqual([`/${name} unknown-field`]);
    expect(await found({ window: { ...good.window, ...withOwn(name) } })).toEqual([
      `/window/${name} unknown-field`,
    ]);
  });
});

/** As the parser of JSON makes it: `__proto__` becomes a field like any other. */
function withOwn(name: string): object {
  return JSON.parse(`{ "${name}": 1 }`) as object;
}
