import { Body, Controller, Inject, Param, Post, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { CommandRequest, Outcome } from '@app/event-store';
import { Changes, Creates, FromRequest, type CommandDto, type Sent } from '@app/http';
import { Can, type Action } from '@app/identity';
import { kebabCase, words } from './kebab-case.js';
import { requestOf } from './request-of.js';
import { SlugPipe } from './slug.pipe.js';

type Forms = Readonly<Record<string, Type<CommandDto>>>;

export interface CommandRoutes {
  /** First part of every route: `tickets`. */
  readonly path: string;
  /** Name of the entity's id, in the path and in the data that creates it: `ticket`. */
  readonly id: string;
  /** The message that carries a request to the context's handler. */
  readonly message: new (request: CommandRequest) => object;
  /** The command that creates the entity, `POST /tickets`; the id is in its data, else the command's own is taken. */
  readonly creates?: Forms;
  /** Every other command and the form of its data: `RecordArrival` is `POST /tickets/{ticket}/record-arrival`. */
  readonly commands?: Forms;
  /** Commands that put a whole form in the place of what was there: these require `If-Match`. */
  readonly edits?: Forms;
}

/**
 * The controller of a context's commands, one route each. Who may call a route stands in the table
 * of permissions, under the command's name; what its body must look like, in the DTO.
 */
export function commandController(routes: CommandRoutes): Type<object> {
  const { path, id, message, creates = {}, commands = {}, edits = {} } = routes;

  @ApiTags(path)
  @Controller(path)
  class CommandsController {
    constructor(@Inject(CommandBus) readonly bus: CommandBus) {}
  }

  const send = (controller: CommandsController, request: CommandRequest): Promise<Outcome> =>
    controller.bus.execute(new message(request));

  for (const [type, form] of Object.entries(creates)) {
    method(CommandsController, type, form, {
      decorators: [
        Post(),
        Creates(({ stream }) => `/api/v1/${path}/${stream.slice(stream.indexOf('-') + 1)}`),
      ],
      handle(this: CommandsController, body: CommandDto, sent: Sent) {
        const named =
          (body as CommandDto & Record<string, string | undefined>)[id] ?? sent.commandId;
        return send(this, requestOf({ type, id: named, filledIn: { [id]: named } }, body, sent));
      },
    });
  }
  for (const [type, form] of Object.entries({ ...commands, ...edits })) {
    method(CommandsController, type, form, {
      decorators: [
        Post(`:${id}/${kebabCase(type)}`),
        Changes({ requiresIfMatch: Object.hasOwn(edits, type) }),
        ApiParam({ name: id, schema: { type: 'string' } }),
      ],
      id,
      handle(this: CommandsController, body: CommandDto, sent: Sent, named: string) {
        return send(this, requestOf({ type, id: named }, body, sent));
      },
    });
  }
  return CommandsController;
}

interface Method {
  readonly decorators: readonly MethodDecorator[];
  /** The path parameter that becomes the third argument. */
  readonly id?: string;
  readonly handle: (body: CommandDto, sent: Sent, id: string) => Promise<Outcome>;
}

/** What a hand-written method with its decorators would be. */
function method(
  controller: Type<object>,
  type: string,
  form: Type<CommandDto>,
  { decorators, id, handle }: Method,
): void {
  const target = controller.prototype as Record<string, unknown>;
  const name = type.charAt(0).toLowerCase() + type.slice(1);
  target[name] = handle;
  const descriptor = Object.getOwnPropertyDescriptor(target, name)!;
  Reflect.defineMetadata(
    'design:paramtypes',
    id ? [form, Object, String] : [form, Object],
    target,
    name,
  );
  Body()(target, name, 0);
  FromRequest()(target, name, 1);
  if (id) Param(id, SlugPipe)(target, name, 2);
  const documented = [
    ApiOperation({ operationId: name, summary: words(type) }),
    ApiBody({ type: form }),
  ];
  for (const decorate of [...decorators, ...documented, Can(kebabCase(type) as Action)]) {
    decorate(target, name, descriptor);
  }
}
