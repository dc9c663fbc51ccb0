import { Module } from '@nestjs/common';
import { mailboxes } from './mailbox.aggregate.js';
import { notices } from './notice.aggregate.js';
import { notifyWhenAContractIsProposed } from './processes/notify-when-a-contract-is-proposed.js';
import { notifyWhenStockIsLow } from './processes/notify-when-stock-is-low.js';
import { notifyWhoHandlesAComplaint } from './processes/notify-who-handles-a-complaint.js';
import { notifyWhoeverIsCalledOrGivenATask } from './processes/notify-whoever-is-called-or-given-a-task.js';
import { myNoticesModel } from './read-models/my-notices/my-notices.read-model.js';

/** What people are told: that they are called, or given a task, that a term or a warranty ends, or that a material runs low. */
@Module({
  controllers: [...notices.controllers, ...mailboxes.controllers],
  providers: [...notices.handledBy(), ...mailboxes.handledBy()],
})
export class NoticesModule {
  static readonly aggregates = [notices, mailboxes];
  static readonly readModels = [myNoticesModel];
  static readonly processes = [
    notifyWhoeverIsCalledOrGivenATask,
    notifyWhoHandlesAComplaint,
    notifyWhenStockIsLow,
    notifyWhenAContractIsProposed,
  ];
}
