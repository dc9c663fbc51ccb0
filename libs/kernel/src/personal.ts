/**
 * The paths to the texts that data holds: `caller.phone`; of a list they are those of each of its
 * items. What a type can hold in one of its shapes alone is a path too.
 */
export type TextPath<Data> = Data extends readonly (infer Item)[]
  ? TextPath<Item>
  : Data extends object
    ? { [Key in keyof Data & string]-?: TextPathAt<Key, NonNullable<Data[Key]>> }[keyof Data &
        string]
    : never;

type TextPathAt<Key extends string, Value> = [Value] extends [string | readonly string[]]
  ? Key
  : Value extends object
    ? `${Key}.${TextPath<Value>}`
    : never;

/** Texts of an event that say something of one person. */
export interface PersonalTexts<Path extends string = string> {
  /** They are sealed under the person's key before anything is stored. */
  readonly texts: readonly Path[];
  /**
   * Whose they are: the text at `id` tells one of `kind`. Default, and where the event leaves that
   * text out: they belong to whoever the stream is about.
   */
  readonly of?: { readonly kind: PersonKind; readonly id: Path };
  /** Where files of theirs are named, by their hashes, which are sealed too: images of signatures, photos. Default: none. */
  readonly files?: readonly Path[];
  /** Where it is true that those files are nobody's own, as a company's stamp. Default: they always are. */
  readonly filesUnless?: string;
}

/** By what people are told apart: their file, and where they have none the ticket, the sale or the complaint that they came with. */
export type PersonKind = 'customer' | 'ticket' | 'sale' | 'complaint';

/** What an event type says of people. */
export type Personal<Path extends string = string> = 'none' | readonly PersonalTexts<Path>[];

/** Event types that say nothing of customers, or of anybody who is there for them. */
export function none<const Type extends string>(
  ...types: readonly Type[]
): { readonly [K in Type]: 'none' } {
  return Object.fromEntries(types.map((type) => [type, 'none'])) as {
    readonly [K in Type]: 'none';
  };
}

/** What stands in the place of a text that was erased; it is told as it is, and nothing is decided by it. */
export const ERASED = '［已删除］';

/** The name of one person among all whose data is sealed: of a customer on file, that of their stream. */
export function personNamed(kind: PersonKind, id: string): string {
  return `${kind}-${id}`;
}
