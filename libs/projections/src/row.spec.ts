import { expect, test } from '@jest/globals';
import { Column, Key, Table, tableOf } from './row.js';

@Table('sample')
class SampleRow {
  @Key('bigint') readonly position!: string;
  @Column('timestamptz') readonly openedAt!: string;
  @Column('text[]', { nullable: true }) readonly words!: readonly string[] | null;
  @Column('json') readonly parts!: readonly { readonly sku: string }[];
}

test('a row declares its table: columns named as its properties, with their types, in their order', () => {
  const position = { property: 'position', name: 'position', type: 'bigint', nullable: false };
  expect(tableOf(SampleRow)).toEqual({
    name: 'read_model.sample',
    key: position,
    columns: [
      position,
      { property: 'openedAt', name: 'opened_at', type: 'timestamptz', nullable: false },
      { property: 'words', name: 'words', type: 'text[]', nullable: true },
      { property: 'parts', name: 'parts', type: 'json', nullable: false },
    ],
  });
});

test('a class that is no row says so', () => {
  class Keyless {
    @Column('text') readonly name!: string;
  }
  Table('keyless')(Keyless);
  expect(() => tableOf(Keyless)).toThrow('Keyless is no row');
  expect(() => tableOf(class Bare {})).toThrow('Bare is no row');
});

test('a column that cannot hold its property does not compile', () => {
  class Wrong {
    // @ts-expect-error a number is no text
    @Column('text') readonly count!: number;
    // @ts-expect-error a column that cannot be null does not hold what can be
    @Column('text') readonly remark!: string | null;
    // @ts-expect-error one text is no list of them
    @Column('text[]') readonly words!: string;
    // @ts-expect-error a position is its digits, which a number loses
    @Key('bigint') readonly position!: number;
  }
  expect(Wrong.name).toBe('Wrong');
});
