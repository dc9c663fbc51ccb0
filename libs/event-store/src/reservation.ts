import { isRelied, newId, type Claim } from '@app/kernel';
import type { Companion, Part } from './companion.js';
import { DuplicateEvent, StoreOverloaded, VersionConflict } from './errors.js';
import type { Appended, EventStore, StreamWrite } from './port.js';

/** Times that a claim is settled or withdrawn anew because others wrote first. */
const ATTEMPTS = 10;

/**
 * One request's way to several streams. A store that takes them at once gets them at once. On any
 * other, what the command's events need is claimed first; then the events are stored; then what they
 * give up is released. Whatever is left undone by a crash between is seen as such by whoever meets
 * it: the claim carries its command, and the command's own stream says whether it stands.
 */
export class Reservation {
  private claim: Claim | undefined;
  /** Streams that may hold the claim. */
  private readonly held = new Map<string, Companion>();

  constructor(
    private readonly store: EventStore,
    private readonly commandId: string,
  ) {}

  /**
   * Stores the command's own events, and with them what they ask of the companions. The command's
   * own come last: the position of the append is theirs, and its repeat finds it on their stream.
   */
  async append(own: StreamWrite, companions: readonly Companion[]): Promise<Appended> {
    if (companions.length === 0) return this.store.append([own]);
    if (this.store.capabilities.atomicMultiStream) {
      const others = await Promise.all(companions.map((each) => each.together()));
      return this.store.append([...others, own]);
    }
    const claim = (this.claim ??= this.newClaim());
    for (const each of companions.filter(({ claims }) => claims)) await this.take(each, claim);
    if (!isRelied(claim, new Date().toISOString()))
      throw new StoreOverloaded(`the claims of ${this.commandId} took too long`);
    const appended = await this.store.append([own]);
    if (!appended.repeated) await this.settle(companions, claim);
    return appended;
  }

  /** Gives back what is claimed and did not come to stand; does nothing where nothing is. */
  async withdraw(): Promise<void> {
    for (const each of this.held.values()) await this.write(each, 'withdraw', this.claim!);
    this.held.clear();
  }

  /** A claim that the stream holds already, from an attempt before this one, is kept. */
  private async take(companion: Companion, claim: Claim): Promise<void> {
    const { stream } = companion;
    const write = await companion.only('claim', claim);
    this.held.set(stream, companion);
    if (!write) return;
    const { expected, events } = write;
    if (!(await this.isStored(write)))
      throw new VersionConflict(stream, expected, Number(expected) + events.length);
  }

  /** What an earlier attempt claimed elsewhere is given back. */
  private async settle(companions: readonly Companion[], claim: Claim): Promise<void> {
    for (const each of companions) {
      this.held.delete(each.stream);
      await this.write(each, 'settle', claim);
    }
    await this.withdraw();
  }

  /** What became of the command is settled by now; what fails here, whoever meets it will make good. */
  private async write(companion: Companion, part: Part, claim: Claim): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        const write = await companion.only(part, claim);
        if (!write || (await this.isStored(write))) return;
      } catch (error) {
        if (!(error instanceof VersionConflict)) return;
      }
    }
  }

  /** Ids follow from the command and the place: where they are found, another request of the command was there first. */
  private async isStored(write: StreamWrite): Promise<boolean> {
    try {
      return !(await this.store.append([write])).repeated;
    } catch (error) {
      if (error instanceof DuplicateEvent) return false;
      throw error;
    }
  }

  private newClaim(): Claim {
    return { id: newId(), command: this.commandId, at: new Date().toISOString() };
  }
}
