import type { ReadModel } from '@app/projections';
import { readAppraisal } from '../../permissions.js';
import {
  AppraisalEntry1764860010007,
  AppraisalSubject1764860000007,
} from './1764860000007-appraisal-sheet.js';
import { AppraisalSheetController } from './appraisal-sheet.controller.js';
import { appraisalSheet } from './appraisal-sheet.projection.js';
import { SheetHandler, SheetsHandler, SheetTableHandler } from './appraisal-sheet.query.js';

/** What an employee's month comes to (R13), and what of it was known when. */
export const appraisalSheetModel: ReadModel = {
  projection: appraisalSheet,
  migrations: [AppraisalSubject1764860000007, AppraisalEntry1764860010007],
  permission: readAppraisal,
  controller: AppraisalSheetController,
  handlers: [SheetHandler, SheetsHandler, SheetTableHandler],
};
