import { Body, Controller, Param, Post, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { CommandRequest, Outcome } from '@app/event-store';
import { Can, type Action } from '@app/identity';
import type { CommandDto } from '../input/command.dto.js';
import { FromRequest, type Sent } from '../sent.js';
import { kebabCase } from './kebab-case.js';
import { requestOf } from './request-of.js';
import { SlugPipe } from './slug.pipe.js';

export interface CommandRoutes {
  /** First part of every route: `tickets`. */
  readonly path: string;
  /** Name of the entity's id, in the path and in the data that creates it: `ticket`. */
  readonly id: string;
  /** The message that carries a request to the context's handler. */
  readonly message: new (request: CommandRequest) => object;
  /** The command that creates the entity: `POST /tickets`; its id is in the data, else the command's own. */
  readonly creates?: Readonly<Record<string, Type<CommandDto>>>;
  /** Every other command and the form of its data: `RecordArrival` is `POST /tickets/{ticket}/record-arrival`. */
  readonly commands: Readonly<Record<string, Type<CommandDto>>>;
}

/**
 * The controller of a context's commands, one route each. Who may call a route stands in the table
 * of permissions under the command's name; what its body must look like, in its DTO.
 */
export function commandController({ path, id, message, creates = {}, commands }: CommandRoutes): Type<object> {
  @ApiTags(path)
  @Controller(path)
  class CommandsController {
    constructor(private readonly bus: CommandBus) {}

    protected send(request: CommandRequest): Promise<Outcome> {
      return this.bus.execute(new message(request));
    }
  }

  for (const [type, dto] of Object.entries(creates)) {
    define(CommandsController, { type, dto, route: '/' }, function (body: CommandDto, sent: Sent) {
      const named = (body as unknown as Record<string, string | undefined>)[id] ?? sent.commandId;
      return this.send(requestOf(type, named, { ...body, [id]: named }, body, sent));
    });
  }
  for (const [type, dto] of Object.entries(commands)) {
    const route = `:${id}/${kebabCase(type)}`;
    define(CommandsController, { type, dto, route, id }, function (body: CommandDto, sent: Sent, named = '') {
      return this.send(requestOf(type, named, body, body, sent));
    });
  }
  return CommandsController;
}
