import {
  ERASED,
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
  readonly files: Group['paths'];
  readonly filesUnless: readonly string[] | undefined;
}

/** A file of somebody's, by its hash. */
export interface NamedFile {
  readonly file: string;
  readonly person: string;
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
    return (this.of(stream, type) ?? []).reduce((before, group) => {
      const person = personOf(group.of, data) ?? stream;
      return pathsIn(group, data).reduce((value, { field, steps }) => {
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
    for (const group of this.of(stream, type) ?? [])
      if (pathsIn(group, data).some(({ steps }) => hasText(data, steps)))
        into.add(personOf(group.of, data) ?? stream);
  }

  /** The files of people that an event names. */
  filesOf(stream: string, type: string, data: unknown): NamedFile[] {
    return (this.of(stream, type) ?? []).flatMap((group) => {
      const found: NamedFile[] = [];
      const person = personOf(group.of, data) ?? stream;
      const note = (file: string) => {
        if (file !== ERASED) found.push({ file, person });
        return file;
      };
      for (const { steps } of filesIn(group, data)) replacedAt(data, steps, note);
      return found;
    });
  }

  private of(stream: string, type: string): readonly Group[] | undefined {
    return this.groups.get(`${stream.slice(0, stream.indexOf('-'))} ${type}`);
  }
}

function groupOf({ texts, of, files = [], filesUnless }: PersonalTexts): Group {
  return {
    paths: texts.map(pathOf),
    of: of && { kind: of.kind, id: of.id.split('.') },
    files: files.map(pathOf),
    filesUnless: filesUnless?.split('.'),
  };
}

function pathOf(field: string): Group['paths'][number] {
  return { field, steps: field.split('.') };
}

/** The names of files are sealed as the texts are: whoever is erased names none any more. */
function pathsIn(group: Group, data: unknown): Group['paths'] {
  return [...group.paths, ...filesIn(group, data)];
}

function filesIn({ files, filesUnless }: Group, data: unknown): Group['paths'] {
  return filesUnless && isTrueAt(data, filesUnless) ? [] : files;
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
