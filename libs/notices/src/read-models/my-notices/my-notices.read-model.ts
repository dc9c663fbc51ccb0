import type { ReadModel } from '@app/projections';
import { readOwnNotices } from '../../permissions.js';
import { MyNotices1764470000000 } from './1764470000000-my-notices.js';
import { NoticesOfNoTicket1764700100000 } from './1764700100000-notices-of-no-ticket.js';
import { MyNoticesController } from './my-notices.controller.js';
import { myNotices } from './my-notices.projection.js';
import { MyNoticesHandler } from './my-notices.query.js';

/** What everybody is told, and what they have seen of it. */
export const myNoticesModel: ReadModel = {
  projection: myNotices,
  migrations: [MyNotices1764470000000, NoticesOfNoTicket1764700100000],
  permission: readOwnNotices,
  controller: MyNoticesController,
  handlers: [MyNoticesHandler],
};
