import { Inject, Injectable, type Type } from '@nestjs/common';
import { Contexts, type CommandRequest } from '@app/event-store';

type LookUp = (request: CommandRequest, contexts: Contexts, state: unknown) => Promise<unknown>;

/** The decision context that the lookups of a declaration make. */
export function lookedUp(lookups: object): Type<object> {
  @Injectable()
  class LookedUp {
    constructor(@Inject(Contexts) contexts: Contexts) {
      const entries = Object.entries(lookups as Record<string, LookUp>);
      const methods = entries.map(([name, lookUp]) => [
        name,
        (request: CommandRequest, state: unknown) => lookUp(request, contexts, state),
      ]);
      Object.assign(this, Object.fromEntries(methods));
    }
  }
  return LookedUp;
}
