import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { SearchWords } from '@app/privacy';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { manyCharacters, manyClauses } from '../testing/long-texts.js';
import { searchQuery, searchVector } from './bigrams.js';
import { simplified } from './one-script.js';
import { phoneWords } from './phones.js';

const hashing = new SearchWords(new Uint8Array(32).fill(1));

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Whether what somebody typed is found in the fields. */
async function found(typed: string, ...fields: string[]): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    'SELECT CAST($1 AS tsvector) @@ CAST($2 AS tsquery) AS found',
    [searchVector(fields, hashing), searchQuery(typed, hashing)],
  );
  return rows[0]!.found;
}

const fields = (count: number) =>
  Array.from({ length: count }, (_, index) => manyClauses(500, index + 1));

describe('a long text without a space', () => {
  const text = manyCharacters(2_000, 7);

  test.each([
    ['the pair across what is the 64th character', text.slice(63, 65)],
    ['a phrase far behind', text.slice(1_500, 1_510)],
    ['its end', text.slice(-3)],
    ['its last character', text.slice(-1)],
    ['as much of it as can be typed', text.slice(100, 300)],
    ['all of it', text],
  ])('is found by %s', async (_, typed) => {
    expect(await found(typed, text)).toBe(true);
  });

  test('is not found by a phrase that goes on otherwise, however late', async () => {
    expect(await found(`${text.slice(0, 150)}门门`, text)).toBe(false);
  });

  test('is found by its beginning where it is one word of letters', async () => {
    const word = 'Llanfair'.repeat(20);
    expect(await found(word, word)).toBe(true);
    expect(await found('llanfairll', word)).toBe(true);
  });
});

describe('traditional and simplified characters', () => {
  test.each([
    ['台湾', '臺灣大廈'],
    ['台湾', '台灣'],
    ['臺灣', '台湾大厦'],
    ['卫生间', '衞生間漏水'],
    ['衛生間', '卫生间漏水'],
    ['头发', '頭髮'],
    ['說', '说明'],
    ['空調', 'ＡＣ空调'],
  ])('find one another: %s finds %s', async (typed, field) => {
    expect(await found(typed, field)).toBe(true);
  });

  test('find one another in any part of a text, as its whole does not decide what a character is', async () => {
    for (const typed of ['乾坤', '干坤', '坤大厦', '乾坤大廈'])
      expect(await found(typed, '乾坤大厦')).toBe(true);
    expect(await found('坤乾', '乾坤大厦')).toBe(false);
  });

  test('take one place each, so that phrases stay phrases', async () => {
    const text = manyCharacters(2_000, 3);
    expect([...simplified(text)]).toHaveLength([...text].length);
    expect(await found(text.slice(700, 720), text)).toBe(true);
  });
});

describe('a telephone number', () => {
  test.each([
    [
      '0571-8539 2210',
      ['0571-8539 2210', '0571-85392210', '85392210', '2210', '５３９２', '（0571）8539'],
    ],
    ['13800010002', ['138 0001 0002', '+86 138 0001 0002', '0086-13800010002', '0001', '800010']],
    ['+86 138 0001 0002', ['13800010002', '138-0001-0002', '+8613800010002']],
    ['110', ['110']],
    ['0571-85392210', ['tel:0571-85392210', 'TEL:+86 0571-8539']],
    [
      '+86 (571) 8539-2210',
      [
        '0571-85392210',
        '0571',
        '571 8539',
        '(0571)8539-2210',
        '0086 571 85392210',
        '+86 (0)571 8539',
      ],
    ],
    ['(571) 8539 2210', ['0571-85392210', '+86 571 8539 2210', '57185392210']],
    ['010-62345678', ['+86 10 6234 5678', '106234', '86 10 62345678']],
    ['+86 10 6234 5678', ['010-62345678', '0106']],
    [
      '138·0001·0002',
      [
        '13800010002',
        '138·0001·0002',
        '138•0001•0002',
        '138・0001・0002',
        '138.0001.0002',
        '138/0001/0002',
        '138—0001—0002',
        '138，0001，0002',
        '138_0001_0002',
        '8613800010002',
        '[138] 0001 0002',
        '0001·0002',
      ],
    ],
    ['0571/8539-2210', ['0571/85392210', '8539／2210', '0571 8539 2210']],
    ['+86 571 8539 2299 转 801', ['0571-85392299', '0571-85392299 转 801', '85392299ext801']],
    [
      '13800010002 / +86 571 8539 2210、0571-85392299-801',
      ['13800010002', '0571-85392210', '85392299', '0571-85392299转801'],
    ],
    ['+1 (212) 555-0100', ['001 212 555 0100', '212 5550100', '+12125550100']],
  ])(
    '%s is found however it is written, by any run of four digits and more',
    async (phone, typed) => {
      const answers = await Promise.all(
        typed.map((each) => found(each, '王建国', phoneWords(phone))),
      );
      expect(answers).toEqual(typed.map(() => true));
    },
  );

  test.each(['2211', '0571-8539 2211', '13800010003', '+86 138 0001 0003', '138 0001 0003'])(
    'is not found by another: %s',
    async (typed) => {
      expect(await found(typed, phoneWords('0571-8539 2210'), phoneWords('13800010002'))).toBe(
        false,
      );
    },
  );

  test('is not found by the digits of an address or an id', async () => {
    const phones = [phoneWords('13800010002'), phoneWords('0571-85392210')];
    for (const typed of ['客户1', '文晖路10号', 'T-1', '1', '13'])
      expect(await found(typed, '客户9', ...phones)).toBe(false);
    expect(await found('文晖路10号', '文晖路 10 号', ...phones)).toBe(true);
  });

  test('is found beside a name, and what looks like one is still found as words', async () => {
    expect(await found('王建国 138 0001', '王建国', phoneWords('13800010002'))).toBe(true);
    expect(await found('10 13800010002', '文晖路 10 号', phoneWords('13800010002'))).toBe(true);
    expect(await found('2210 0571', phoneWords('0571-8539 2210'))).toBe(true);
    expect(await found('0302-06', 'T-0302-06')).toBe(true);
    expect(await found('BC12345678', 'BC12345678')).toBe(true);
    expect(await found('12345678BC', '12345678BC')).toBe(true);
  });
});

describe('many fields', () => {
  test('are found by phrases, also behind the last place that PostgreSQL tells from others', async () => {
    const many = fields(60);
    for (const field of [many[0]!, many[30]!, many[59]!])
      expect(await found(field.slice(202, 218), ...many)).toBe(true);
  });

  test.each([
    ['Chinese', fields(600)],
    ['Chinese of four bytes a character', fields(600).map(seldom)],
    ['the longest words', fields(600).map(words)],
    ['words of one letter', Array<string>(600).fill('a 1 '.repeat(1_000))],
    ['ligatures that are many letters', Array<string>(600).fill('\uFDFA\u3340\u337F'.repeat(160))],
  ])('never make an index that PostgreSQL refuses, and the first is found: %s', async (_, many) => {
    expect(await found('仁济医院 0120', '仁济医院', '87220120 0120', ...many)).toBe(true);
  });

  test('are not found where the index is full', async () => {
    const many = fields(600);
    expect(await found(many.at(-1)!, ...many)).toBe(false);
  });
});

/** The same in characters of the supplementary planes. */
function seldom(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => moved(character, 0x20000, 20_000));
}

/** The same as words of 64 letters of four bytes each. */
function words(text: string): string {
  const letters = [...text].map((character) => moved(character, 0x10428, 40)).join('');
  return letters.match(/.{1,64}/gu)!.join(' ');
}

function moved(character: string, first: number, count: number): string {
  return String.fromCodePoint(first + (character.codePointAt(0)! % count));
}
