import { aggregate, changes, creates, internal } from '@app/aggregates';
import { activeThen } from '@app/department';
import { appeals, reviews } from '@app/findings/src/http/reviews.js';
import { staff, stores } from '@app/identity';
import { toolAccount } from './account/tool-account.js';
import { knownHandOut } from './application/known-hand-out.js';
import { toolDecider } from './domain/tool/tool.decider.js';
import { unknownTool } from './domain/tool/tool.errors.js';
import { toolEvents } from './domain/tool/tool.events.js';
import { toolStreams } from './domain/tool/tool.state.js';
import {
  AcceptToolDto,
  CheckOutToolDto,
  CorrectToolSerialDto,
  DeclineToolDto,
  ExtendToolLoanDto,
  RecordToolCalibratedDto,
  RecordToolFoundDto,
  RecordToolRepairedDto,
  RegisterToolDto,
  ReportToolDamagedDto,
  ReportToolLostDto,
  RetireToolDto,
  ReturnToolDto,
  ToolBody,
  TransferToolDto,
} from './http/tool.dto.js';
import { readInventory } from './permissions.js';
import { toolShown } from './tool-shown.js';

export const tools = aggregate({
  streams: toolStreams,
  decider: toolDecider,
  events: toolEvents,
  path: 'tools',
  id: 'tool',
  commands: {
    RegisterTool: creates(RegisterToolDto, stores),
    CorrectToolSerial: changes(CorrectToolSerialDto, stores),
    CheckOutTool: changes(CheckOutToolDto, stores),
    AcceptTool: changes(AcceptToolDto, staff),
    DeclineTool: changes(DeclineToolDto, staff),
    TransferTool: changes(TransferToolDto, staff),
    ExtendToolLoan: changes(ExtendToolLoanDto, stores),
    ReturnTool: changes(ReturnToolDto, stores),
    ReportToolDamaged: changes(ReportToolDamagedDto, staff),
    RecordToolRepaired: changes(RecordToolRepairedDto, stores),
    RecordToolCalibrated: changes(RecordToolCalibratedDto, stores),
    ReportToolLost: changes(ReportToolLostDto, staff),
    RecordToolFound: changes(RecordToolFoundDto, stores),
    RetireTool: changes(RetireToolDto, ['supervisor', 'general-manager']),
    FindToolOverdue: internal,
    AskForTool: internal,
    AdjustTool: internal,
    ReviewFinding: reviews,
    ReopenVerdict: appeals,
  },
  known: { checkOutTool: knownHandOut, transferTool: activeThen },
  shows: {
    as: ToolBody,
    summary: 'A tool, its condition, and in whose hands it is (R11, R12).',
    to: readInventory,
    unknown: unknownTool,
    body: (tool) => {
      if (tool.status === 'none') throw unknownTool();
      return toolShown(tool);
    },
  },
  account: toolAccount,
});
