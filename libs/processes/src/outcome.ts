import type { CommandRequest } from '@app/event-store';
import { DomainError, NotPossible, Refused, type Bilingual } from '@app/kernel';
import { CommandFailed, maySucceedLater, type CommandSender } from './sender.js';

/** What became of a command, as one thread tells another, to which errors do not get through whole. */
export type Outcome =
  | 'done'
  | {
      readonly refused: {
        readonly code: string;
        readonly article?: string;
        readonly says: Bilingual;
      };
    }
  | {
      readonly failed: { readonly name: string; readonly message: string; readonly later: boolean };
    };

/** Sends for another thread, and answers with what is to be told to it. */
export async function sentFor(
  sender: CommandSender,
  category: string,
  request: CommandRequest,
): Promise<Outcome> {
  try {
    await sender.send(category, request);
    return 'done';
  } catch (error) {
    if (error instanceof DomainError) {
      const { code, says } = error;
      const article = error instanceof Refused ? { article: error.article } : {};
      return { refused: { code, says, ...article } };
    }
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { failed: { name, message, later: maySucceedLater(error) } };
  }
}

/**
 * Ends as the command did where it was sent.
 *
 * @throws DomainError the domain refused @throws CommandFailed whatever else was thrown there
 */
export function endAs(outcome: Outcome): void {
  if (outcome === 'done') return;
  if ('failed' in outcome) {
    const { name, message, later } = outcome.failed;
    throw new CommandFailed(name, message, later);
  }
  const { code, article, says } = outcome.refused;
  throw article === undefined ? new NotPossible(code, says) : new Refused(article, code, says);
}
