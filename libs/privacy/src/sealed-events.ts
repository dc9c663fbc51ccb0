import type { NewEvent, Page, RecordedEvent, StreamWrite } from '@app/event-store';
import { ERASED } from '@app/kernel';
import type { Keyring, PersonKey } from './keyring.js';
import type { NamedFiles } from './named-files.js';
import { textOf, type Keys } from './opened.js';
import type { NamedFile, PersonalFields, Replace } from './personal-fields.js';
import { sealed, tokenOf } from './token.js';

/** An event that holds others, which are to be stored later: what they say is sealed as in themselves. */
const CLAIM = 'ChangeClaimed';

interface Claimed {
  readonly changes: readonly NewEvent[];
}

/** Seals what events say of people, and opens it. */
export class SealedEvents {
  constructor(
    private readonly fields: PersonalFields,
    private readonly keyring: Keyring,
    private readonly named: NamedFiles,
  ) {}

  /** The writes as they are stored: one query at most for the keys of all of them, and one for the files that they name. */
  async sealed(writes: readonly StreamWrite[]): Promise<readonly StreamWrite[]> {
    const people = new Set<string>();
    const files: NamedFile[] = [];
    for (const { stream, events } of writes)
      for (const event of events) this.people(stream, event, people, files);
    if (people.size === 0) return writes;
    const keys = await this.keyring.ofPeople(people);
    await this.named.note(files.filter(({ person }) => keys.has(person)));
    return writes.map(({ stream, events, ...write }) => ({
      ...write,
      stream,
      events: events.map((event) => ({
        ...event,
        data: this.replaced(stream, event, (id) => sealing(id, keys)),
      })),
    }));
  }

  /** The events as they were before they were sealed: one query at most for the keys of all of them. */
  async opened(events: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
    const ids = new Set<string>();
    for (const event of events)
      this.replaced(event.stream, event, () => (text) => {
        const token = tokenOf(text);
        if (token) ids.add(token.keyId);
        return text;
      });
    if (ids.size === 0) return events;
    const keys = await this.keyring.ofIds(ids);
    return events.map((event) => {
      const data = this.replaced(event.stream, event, (id) => opening(id, keys));
      return data === event.data ? event : { ...event, data };
    });
  }

  async openedPage(page: Page): Promise<Page> {
    return { ...page, events: await this.opened(page.events) };
  }

  private people(
    stream: string,
    { type, data }: Pick<NewEvent, 'type' | 'data'>,
    into: Set<string>,
    files: NamedFile[],
  ): void {
    if (type === CLAIM)
      for (const change of (data as Claimed).changes) this.people(stream, change, into, files);
    else {
      this.fields.people(stream, type, data, into);
      files.push(...this.fields.filesOf(stream, type, data));
    }
  }

  private replaced(
    stream: string,
    { id, type, data }: Pick<NewEvent, 'id' | 'type' | 'data'>,
    replacing: (id: string) => Replace,
  ): unknown {
    if (type !== CLAIM) return this.fields.replaced(stream, type, data, replacing(id));
    const { changes, ...claim } = data as Claimed;
    const replaced = changes.map((change) => ({
      ...change,
      data: this.replaced(stream, change, replacing),
    }));
    const same = replaced.every((change, index) => change.data === changes[index]!.data);
    return same ? data : { ...claim, changes: replaced };
  }
}

/** Of somebody who is erased a mark is stored, and nothing that they or others said. */
function sealing(event: string, keys: ReadonlyMap<string, PersonKey>): Replace {
  return (text, field, person) => {
    const key = keys.get(person);
    return key ? sealed(text, key, { event, field }) : ERASED;
  };
}

/** What was stored before it was declared personal stands in the clear. */
function opening(event: string, keys: Keys): Replace {
  return (text, field) => {
    const token = tokenOf(text);
    return token ? textOf(token, keys, { event, field }) : text;
  };
}
