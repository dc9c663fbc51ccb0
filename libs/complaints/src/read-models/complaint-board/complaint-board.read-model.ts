import type { ReadModel } from '@app/projections';
import { readComplaint } from '../../permissions.js';
import { ComplaintBoard1769001100000 } from './1769001100000-complaint-board.js';
import { ComplaintBoardController } from './complaint-board.controller.js';
import { complaintBoard } from './complaint-board.projection.js';
import { ComplaintBoardHandler } from './complaint-board.query.js';
import { ComplaintFiguresHandler } from './complaint-figures.query.js';
import { ComplaintsOfCustomerHandler } from './complaints-of-customer.query.js';

/** The board of complaints, and what they come to. */
export const complaintBoardModel: ReadModel = {
  projection: complaintBoard,
  migrations: [ComplaintBoard1769001100000],
  permission: readComplaint,
  controller: ComplaintBoardController,
  handlers: [ComplaintBoardHandler, ComplaintFiguresHandler, ComplaintsOfCustomerHandler],
};
