import { instant, newId } from '@app/kernel';
import { DISPATCHER } from '@app/kernel/src/testing/actors.js';
import type { Asked, CommandRequest } from '../command-request.js';

/** How a command is sent; what is left out is the dispatcher's, with an id of its own, and now. */
export type Sending = Partial<Omit<CommandRequest, 'id' | 'type' | 'data'>>;

/** A command as a caller would ask for it. */
export function requested<Type extends string, Data>(
  type: Type,
  id: string,
  data: Data,
  sending: Sending = {},
): CommandRequest<Type, Data> {
  const receivedAt = instant(Date.now());
  return {
    id,
    type,
    data,
    occurredAt: receivedAt,
    receivedAt,
    actor: DISPATCHER,
    ...askedUnder(sending.commandId, data),
    ...sending,
  };
}

/** Under which id something is asked, and what; a request of its own. */
export function askedUnder(commandId: string = newId(), fingerprint: unknown = commandId): Asked {
  return { commandId, fingerprint, correlationId: commandId, policyVersion: '2026.1' };
}
