import { Body, Controller, Inject, Post, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Outcome } from '@app/event-store';
import { addMethod, Changes, Creates, FromRequest, SlugPipe } from '@app/http';
import type { CommandDto, Sent } from '@app/http';
import { Can } from '@app/identity';
import { Invalid } from '@app/kernel';
import type { Routed } from './commands.js';
import { kebabCase, words } from './names.js';
import { requestOf } from './request-of.js';
import { timed } from './timed.js';

interface CommandRoutes {
  readonly path: string;
  readonly id: string;
  /** Carries a request to the aggregate's handler. */
  readonly message: new (request: never) => object;
  readonly routed: ReadonlyMap<string, Routed>;
}

/** The controller of an aggregate's commands, one route each, those that create first. */
export function commandController({ path, id, message, routed }: CommandRoutes): Type<object> {
  @ApiTags(path)
  @Controller(path)
  class CommandsController {
    constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

    /**
     * The id of the entity is in the path; where it is not, in the data; where it is in neither,
     * the command's id becomes the entity's.
     */
    send(type: string, body: CommandDto, sent: Sent, inPath?: string): Promise<Outcome> {
      if (inPath !== undefined) asInPath(body, id, inPath);
      const named = inPath ?? (body as Record<string, unknown>)[id] ?? sent.commandId;
      const filledIn = inPath === undefined ? { [id]: named } : {};
      const target = { type, id: named as string, filledIn };
      return timed(body, sent, (heard) =>
        this.bus.execute(new message(requestOf(target, body, heard) as never)),
      );
    }
  }

  for (const { type, operation, manner, form, permission } of inOrder(routed)) {
    const inPath = { type: String, name: id, pipe: SlugPipe };
    addMethod(CommandsController, operation, {
      decorators: [
        ...(manner === 'creates'
          ? [Post(), Creates(({ stream }) => `/api/v1/${path}/${idIn(stream)}`)]
          : [
              Post(`:${id}/${kebabCase(type)}`),
              Changes({ requiresIfMatch: manner === 'edits' }),
              ApiParam({ name: id, schema: { type: 'string' } }),
            ]),
        ApiOperation({ operationId: operation, summary: words(type) }),
        ApiBody({ type: form }),
        Can(permission),
      ],
      parameters: [
        { type: form, decorate: Body() },
        { type: Object, decorate: FromRequest() },
        ...(manner === 'creates' ? [] : [inPath]),
      ],
      handle(this: CommandsController, body: CommandDto, sent: Sent, named?: string) {
        return this.send(type, body, sent, named);
      },
    });
  }
  return CommandsController;
}

/** A body that names another entity than the path does is about neither. @throws Invalid `not-as-in-path` */
function asInPath(body: CommandDto, id: string, inPath: string): void {
  const { [id]: said = inPath } = body as Record<string, unknown>;
  if (said === inPath) return;
  const says = {
    zh: `与路径中的 ${inPath} 不一致`,
    en: `the path names ${inPath}, and the body another`,
  };
  throw new Invalid('not-as-in-path', says, `/${id}`);
}

function inOrder(routed: ReadonlyMap<string, Routed>): readonly Routed[] {
  const order: readonly Routed['manner'][] = ['creates', 'changes', 'edits'];
  return [...routed.values()].sort((a, b) => order.indexOf(a.manner) - order.indexOf(b.manner));
}

function idIn(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}
