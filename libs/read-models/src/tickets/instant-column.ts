import type { ColumnOptions } from 'typeorm';

/** A `timestamptz` column that is an instant's ISO text in the program. */
export function instantColumn(name: string): ColumnOptions {
  return {
    name,
    type: 'timestamptz',
    nullable: true,
    transformer: {
      to: (instant: unknown) => instant,
      from: (value: Date | null) => value?.toISOString() ?? null,
    },
  };
}
