import { CommandBus } from '@nestjs/cqrs';
import { Injectable } from '@nestjs/common';
import type { CommandRequest } from '@app/event-store';
import { CommandSender } from '@app/processes';
import { aggregates } from '../declared.js';

const handles = new Map(aggregates.map(({ category, Handle }) => [category, Handle]));

/** Sends the commands of processes to the handlers that take those of people. */
@Injectable()
export class BusSender extends CommandSender {
  constructor(private readonly bus: CommandBus) {
    super();
  }

  async send(category: string, request: CommandRequest): Promise<unknown> {
    const Handle = handles.get(category);
    if (!Handle) throw new TypeError(`no aggregate takes commands for ${category}`);
    return this.bus.execute(new Handle(request as never));
  }
}
