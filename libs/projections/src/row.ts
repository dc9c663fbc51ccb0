import { Column as OrmColumn, Entity, getMetadataArgsStorage, type ColumnOptions } from 'typeorm';
import type { Instant, LocalDate } from '@app/kernel';

/** The types that a column can have, each with what its value is in the program. */
export interface ColumnValues {
  text: string;
  integer: number;
  /** Decimal digits. */
  bigint: string;
  /** Decimal digits, with as many behind the point as were written. */
  numeric: string;
  boolean: boolean;
  timestamptz: Instant;
  date: LocalDate;
  json: object;
  'text[]': readonly string[];
  'integer[]': readonly number[];
  /** Decimal digits, each. */
  'bigint[]': readonly string[];
  /** What a text is found by; `derived` only. */
  tsvector: string;
}

export type ColumnType = keyof ColumnValues;

/** The class of which a table's rows are, described by `@Table`, `@Key` and `@Column`. */
export type RowClass<Row extends object = object> = new () => Row;

/** A decorator of properties whose values the column can hold; on any other it does not compile. */
type ColumnOf<Value> = <Name extends string>(
  row: { readonly [Property in Name]: Value },
  name: Name,
) => void;

/** Makes a class the row of a table in the schema `read_model`, and an entity that TypeORM reads. */
export function Table(name: string): ClassDecorator {
  return Entity({ schema: 'read_model', name });
}

/** The column that tells rows apart: never null, and the table's primary key. */
export function Key<Type extends 'text' | 'bigint'>(type: Type): ColumnOf<ColumnValues[Type]> {
  return column(type, { primary: true });
}

/**
 * A column, named as the property (`openedAt` is `opened_at`).
 *
 * @param options `nullable`: the value can be null. Default: it never is.
 */
export function Column<Type extends ColumnType>(type: Type): ColumnOf<ColumnValues[Type]>;
export function Column<Type extends ColumnType>(
  type: Type,
  options: { readonly nullable: true },
): ColumnOf<ColumnValues[Type] | null>;
export function Column(type: ColumnType, options: { readonly nullable?: true } = {}) {
  return column(type, options);
}

/** A column as it is declared. */
export interface DeclaredColumn {
  readonly property: string;
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
}

/** A table as its row class declares it. */
export interface DeclaredTable {
  /** With its schema, `read_model.ticket_board`. */
  readonly name: string;
  readonly key: DeclaredColumn;
  /** In the order of the class, the key included. */
  readonly columns: readonly DeclaredColumn[];
}

/**
 * The table that a row class declares, read from what TypeORM knows of it.
 *
 * @throws TypeError the class has no `@Table`, or no `@Key`
 */
export function tableOf(row: RowClass): DeclaredTable {
  const storage = getMetadataArgsStorage();
  const table = storage.tables.find(({ target }) => target === row);
  const declared = storage.filterColumns(row).map(({ propertyName, options }) => {
    const { type, array, nullable = false, primary = false } = options;
    const column = {
      property: propertyName,
      name: columnName(propertyName),
      type: `${String(type)}${array ? '[]' : ''}` as ColumnType,
      nullable,
    };
    return { column, primary };
  });
  const key = declared.find(({ primary }) => primary)?.column;
  if (!table || !key) throw new TypeError(`${row.name} is no row: it needs @Table and one @Key`);
  const columns = declared.map(({ column }) => column);
  return { name: `${table.schema}.${table.name}`, key, columns };
}

/** `openedAt` as it stands in the table: `opened_at`. */
export function columnName(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function column(type: ColumnType, options: ColumnOptions): (row: object, name: string) => void {
  const array = type.endsWith('[]');
  const element = (array ? type.slice(0, -2) : type) as 'text' | 'integer';
  return (row, name) => {
    const described = { ...options, name: columnName(name), array };
    OrmColumn(element, type === 'timestamptz' ? { ...described, ...instants } : described)(
      row,
      name,
    );
  };
}

/** An instant is its ISO text in the program, and a `Date` for the driver. */
const instants: ColumnOptions = {
  transformer: {
    to: (instant: unknown) => instant,
    from: (value: Date | null) => value?.toISOString() ?? null,
  },
};
