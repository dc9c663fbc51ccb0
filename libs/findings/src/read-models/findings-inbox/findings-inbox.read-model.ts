import type { ReadModel } from '@app/projections';
import { readFindings } from '../../permissions.js';
import { FindingsInbox1763900400000 } from './1763900400000-findings-inbox.js';
import { FindingsInboxController } from './findings-inbox.controller.js';
import { findingsInbox } from './findings-inbox.projection.js';
import { FindingsInboxHandler } from './findings-inbox.query.js';

/** What a supervisor is to review. */
export const findingsInboxModel: ReadModel = {
  projection: findingsInbox,
  migrations: [FindingsInbox1763900400000],
  permission: readFindings,
  controller: FindingsInboxController,
  handlers: [FindingsInboxHandler],
};
