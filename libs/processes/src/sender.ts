import {
  AppendTooLarge,
  DuplicateEvent,
  EventStoreError,
  NotCapable,
  UnstorableAppend,
  type CommandRequest,
} from '@app/event-store';
import { HttpProblem } from '@app/http';
import { DomainError, Refused, type Bilingual } from '@app/kernel';
import { isDatabaseFull, isDatabaseUnreachable } from '@app/postgres';

/** Carries the commands of processes where those of people go. */
export abstract class CommandSender {
  /** @throws TypeError nobody takes commands of that category; else what the executor throws */
  abstract send(category: string, request: CommandRequest): Promise<unknown>;
}

/** What the domain answered to a command of a process instead of events; an outcome like any other. */
export interface Refusal {
  readonly request: CommandRequest;
  readonly code: string;
  readonly article: string | undefined;
  readonly says: Bilingual;
}

/**
 * Sends, and answers with the refusal if there is one.
 *
 * @throws whatever is no answer of the domain
 */
export async function outcomeOf(
  sender: CommandSender,
  category: string,
  request: CommandRequest,
): Promise<Refusal | undefined> {
  try {
    await sender.send(category, request);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, says } = error;
    return { request, code, article: error instanceof Refused ? error.article : undefined, says };
  }
}

/** A command that failed in another thread, as `reasonOf` tells of it there. */
export class CommandFailed extends Error {
  /** @param later whether the same may succeed later without anybody's mend */
  constructor(
    name: string,
    message: string,
    readonly later: boolean,
  ) {
    super(message);
    this.name = name;
  }
}

/** What a store says of an append that it would never take. */
const NEVER = [AppendTooLarge, DuplicateEvent, NotCapable, UnstorableAppend];

/** Whether the same may succeed later without anybody's mend: the store or the database is away, full or busy, or a read model behind. */
export function maySucceedLater(error: unknown): boolean {
  if (error instanceof CommandFailed) return error.later;
  if (error instanceof HttpProblem) return error.status === 503;
  if (NEVER.some((kind) => error instanceof kind)) return false;
  return error instanceof EventStoreError || isDatabaseUnreachable(error) || isDatabaseFull(error);
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
