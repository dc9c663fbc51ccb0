import {
  personNamed,
  replacedAt,
  type Personal,
  type PersonalTexts,
  type PersonKind,
} from '@app/kernel';

/** What of an event type is personal, ready to be looked up in data. */
interface Group {
  readonly paths: readonly { readonly field: string; readonly steps: readonly string[] }[];
  readonly of: { readonly kind: PersonKind; readonly id: readonly string[] } | undefined;
  readonly files: readonly (readonly string[])[];
  readonly filesUnless: readonly string[] | undefined;
}

/** The kinds of streams, each with its event types, as aggregates declare them. */
export interface DeclaredEvents {
  readonly category: string;
  readonly types: Readonly<Record<string, { readonly personal: Personal }>>;
}

/** Replaces a text, told its field, and whose it is. */
export type Replace = (text: string, field: string, person: string) => string;

/** Where in which events the personal texts are, and whose. */
export class PersonalFields {
  private readonly groups = new Map<string, readonly Group[]>();

  constructor(declared: readonly DeclaredEvents[]) {
    for (const { category, types } of declared)
      for (const [type, { personal }] of Object.entries(types))
        if (personal !== 'none') this.groups.set(`${category} ${type}`, personal.map(groupOf));
  }

  /** The data with each personal text replaced; itself where there is none. */
  replaced(stream: string, type: string, data: unknown, replace: Replace): unknown {
    return (this.of(stream, type) ?? []).reduce((before, { paths, of }) => {
      const person = personOf(of, data) ?? stream;
      return paths.reduce((value, { field, steps }) => {
        let item = 0;
        const next = (text: string) => {
          const each = item === 0 ? field : `${field}.${item}`;
          item += 1;
          return replace(text, each, person);
        };
        return replacedAt(value, steps, next);
      }, before);
    }, data);
  }

  /** Notes whose texts there are. */
  people(stream: string, type: string, data: unknown, into: Set<string>): void {
    for (const { paths, of } of this.of(stream, type) ?? [])
      if (paths.some(({ steps }) => hasText(data, steps)))
        into.add((of && personOf(of, data)) ?? stream);
  }

  /** The hashes of the files that an event names, of the person whom its stream is about. */
  filesOf(stream: string, type: string, data: unknown): string[] {
    const found: string[] = [];
    const note = (hash: string) => {
      found.push(hash);
      return hash;
    };
    for (const { files, filesUnless } of this.of(stream, type) ?? [])
      if (!filesUnless || !isTrueAt(data, filesUnless))
        for (const steps of files) replacedAt(data, steps, note);
    return found;
  }

  private of(stream: string, type: string): readonly Group[] | undefined {
    return this.groups.get(`${stream.slice(0, stream.indexOf('-'))} ${type}`);
  }
}

function groupOf({ texts, of, files = [], filesUnless }: PersonalTexts): Group {
  return {
    paths: texts.map((field) => ({ field, steps: field.split('.') })),
    of: of && { kind: of.kind, id: of.id.split('.') },
    files: files.map((path) => path.split('.')),
    filesUnless: filesUnless?.split('.'),
  };
}

function isTrueAt(data: unknown, steps: readonly string[]): boolean {
  const value = steps.reduce<unknown>(
    (each, name) => (each as Readonly<Record<string, unknown>> | undefined)?.[name],
    data,
  );
  return value === true;
}

function personOf(of: Group['of'], data: unknown): string | undefined {
  let person: string | undefined;
  if (of)
    replacedAt(data, of.id, (id) => {
      person = personNamed(of.kind, id);
      return id;
    });
  return person;
}

function hasText(value: unknown, steps: readonly string[], from = 0): boolean {
  if (Array.isArray(value)) return value.some((each) => hasText(each, steps, from));
  if (from === steps.length) return typeof value === 'string';
  if (typeof value !== 'object' || value === null) return false;
  return hasText((value as Readonly<Record<string, unknown>>)[steps[from]!], steps, from + 1);
}
