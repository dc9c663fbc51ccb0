import { describe, expect, test } from '@jest/globals';
import { ArrayMaxSize, ArrayUnique, IsArray, IsObject } from 'class-validator';
import fc from 'fast-check';
import { HttpProblem } from '../problems/http-problem.js';
import { firstLook } from './bounds.js';
import { fieldRule } from './field-rule.js';
import { MayBeAbsent, Slug, Text } from './fields.js';
import { Nested } from './nested.js';
import { RequestPipe } from './request.pipe.js';

/** How often a rule was asked, over all forms. */
let asked = 0;

const Counted = (): PropertyDecorator =>
  fieldRule(
    'counted',
    (value) => {
      asked++;
      const says = { zh: '必须是 1', en: 'must be 1' };
      return value === 1 ? undefined : { code: 'not-one', says };
    },
    {},
  );

class PartDto {
  @Counted()
  a!: number;

  @Counted()
  b!: number;
}

class FormDto {
  @MayBeAbsent()
  @Text({ max: 20 })
  text?: string;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(30)
  @Nested(() => PartDto, { each: true })
  parts?: PartDto[];

  @MayBeAbsent()
  @Nested(() => PartDto)
  part?: PartDto;

  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(8)
  @ArrayUnique()
  @Slug({ each: true })
  roles?: string[];

  @MayBeAbsent()
  @IsObject()
  data?: Record<string, unknown>;
}

interface Looked {
  /** Times that a field or an item of the body was read. */
  readonly reads: number;
  readonly rules: number;
  readonly faults: readonly string[];
}

/** Reads are counted wherever in the body they are. */
function counting<T>(value: T, count: () => void): T {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, name, receiver) {
      if (typeof name === 'string' && Object.hasOwn(target, name) && name !== 'length') count();
      return counting(Reflect.get(target, name, receiver) as unknown, count);
    },
  });
}

async function look(body: unknown): Promise<Looked> {
  let reads = 0;
  asked = 0;
  const value = counting(body, () => reads++);
  const faults = await new RequestPipe()
    .transform(value, { type: 'body', metatype: FormDto, data: undefined })
    .then(
      () => [],
      (error: unknown) => {
        if (!(error instanceof HttpProblem)) throw error;
        return error.details.errors ?? [];
      },
    );
  const named = faults.map(({ pointer, code }) => `${pointer} ${code}`);
  return { reads, rules: asked, faults: named };
}

const times = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index));
const wide = (count: number) => Object.fromEntries(times(count, (index) => [`f${index}`, index]));
const deep = (levels: number, inner: unknown): unknown =>
  levels === 0 ? inner : { a: deep(levels - 1, inner) };

describe('a body that is too much is looked at no further than it takes to say so', () => {
  const count = fc.integer({ min: 1_000, max: 20_000 });
  const far = fc.oneof(
    count.map((many) => wide(many)),
    count.map((many) => ({ parts: times(many, () => ({})) })),
    count.map((many) => ({ parts: [times(many, () => ({}))] })),
    count.map((many) => ({ part: times(many, () => ({})) })),
    count.map((many) => ({ parts: [wide(many)] })),
    count.map((many) => ({ roles: times(many, () => 'hotline') })),
    count.map((many) => ({ roles: times(many, (index) => `role-${index}`) })),
    count.map((many) => ({ text: times(many, () => 'x') })),
    count.map((many) => ({ data: wide(many) })),
    count.map((many) => ({ data: { list: times(many, () => ({})) } })),
    count.map((many) => ({ data: deep(20, wide(many)) })),
    count.map((many) => times(many, () => ({}))),
  );

  test('whatever its shape', async () => {
    await fc.assert(
      fc.asyncProperty(far, async (body) => {
        const { reads, rules, faults } = await look(body);
        expect(faults.length).toBeGreaterThan(0);
        expect(reads).toBeLessThan(500);
        expect(rules).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  test('in many places at once: at the fiftieth fault it ends', async () => {
    const parts = times(30, () => wide(90));
    const { faults, rules, reads } = await look({ parts });
    expect(faults).toHaveLength(50);
    expect(faults[49]).toBe('/parts/0/f49 unknown-field');
    expect(firstLook({ parts }, FormDto).found).toHaveLength(50);
    expect(rules).toBe(0);
    expect(reads).toBeLessThan(500);
  });

  test('and what lies within the bounds is looked at in proportion to what it has', async () => {
    const part = fc.record({ a: fc.constantFrom(1, 2), b: fc.constantFrom(1, 2) });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 30 }), async (parts) => {
        const { reads, rules, faults } = await look({ parts });
        expect(reads).toBeLessThanOrEqual(30 * (1 + 3 * parts.length));
        // Each is asked once, and once more for the fault that is answered.
        expect(rules).toBeLessThanOrEqual(4 * parts.length);
        expect(faults.length).toBeLessThanOrEqual(50);
      }),
    );
  });

  test('no more faults are diagnosed than are answered', async () => {
    const { faults, rules } = await look({ parts: times(30, () => ({ a: 2, b: 2 })) });
    expect(faults).toHaveLength(50);
    expect(rules).toBe(60 + 50);
  });
});

describe('what is wrong with it is named', () => {
  test.each<[string, unknown, string[]]>([
    ['too many fields', wide(101), [' too-many-fields']],
    ['too many fields further in', { data: { a: wide(101) } }, ['/data/a too-many-fields']],
    ['too many items', { parts: times(31, () => 7) }, ['/parts too-many']],
    ['too many items of a free list', { data: { a: times(201, () => 7) } }, ['/data/a too-many']],
    ['a list in the place of an object', { part: [{}] }, ['/part not-an-object']],
    ['a list in the place of the body', [{}], [' not-an-object']],
    ['a list in a list of objects', { parts: [[{}]] }, ['/parts/0 not-an-object']],
    ['a name that is too long', { ['~'.repeat(101)]: 1 }, [' long-name']],
    ['a long text', { text: '\u0000'.repeat(41) }, ['/text length']],
  ])('%s', async (_, body, faults) => {
    expect((await look(body)).faults).toEqual(faults);
  });

  test('beside all that is wrong elsewhere', async () => {
    const { faults } = await look({
      parts: times(31, () => ({})),
      part: { a: 2, b: 1 },
      roles: ['a', 'a'],
      colour: 'red',
    });
    expect([...faults].sort()).toEqual([
      '/colour unknown-field',
      '/part/a not-one',
      '/parts too-many',
      '/roles repeated',
    ]);
  });
});

test('a free field is taken with all that is within the bounds', async () => {
  const data = { list: times(200, () => ({})), wide: wide(100), deep: deep(20, 1) };
  expect((await look({ data })).faults).toEqual([]);
});
