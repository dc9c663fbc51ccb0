import { Module } from '@nestjs/common';
import { mailboxes } from './mailbox.aggregate.js';
import { notices } from './notice.aggregate.js';
import { notifyWhenStockIsLow } from './processes/notify-when-stock-is-low.js';
import { notifyWhoeverIsCalledOrGivenATask } from './processes/notify-whoever-is-called-or-given-a-task.js';
import { myNoticesModel } from './read-models/my-notices/my-notices.read-model.js';

/** What people are told: that they are called, or given a task, or that a material runs low. */
@Module({
  controllers: [...notices.controllers, ...mailboxes.controllers],
  providers: [...notices.handledBy(), ...mailboxes.handledBy()],
})
export class NoticesModule {
  static readonly aggregates = [notices, mailboxes];
  static readonly readModels = [myNoticesModel];
  static readonly processes = [notifyWhoeverIsCalledOrGivenATask, notifyWhenStockIsLow];
}
