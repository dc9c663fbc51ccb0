import { reopenVerdict, reviewFinding } from '@app/findings';
import type { Decider } from '@app/kernel';
import {
  adjustTool,
  askForTool,
  extendToolLoan,
  findToolOverdue,
  recordToolFound,
  reportToolLost,
  retireTool,
  returnTool,
} from './coming-back.js';
import { recordToolCalibrated, recordToolRepaired, reportToolDamaged } from './condition.js';
import { acceptTool, checkOutTool, declineTool, transferTool } from './hand-over.js';
import { correctToolSerial, registerTool } from './registering.js';
import type { ToolCommand } from './tool.commands.js';
import { unknownTool } from './tool.errors.js';
import type { ToolEvent } from './tool.events.js';
import { evolveTool, type Tool } from './tool.state.js';

export const toolDecider: Decider<ToolCommand, Tool, ToolEvent> = {
  initialState: () => ({ status: 'none', findings: [] }),
  evolve: evolveTool,
  decide,
};

function decide(command: ToolCommand, tool: Tool): readonly ToolEvent[] {
  if (command.type === 'RegisterTool') return registerTool(command, tool);
  if (tool.status === 'none') throw unknownTool();
  switch (command.type) {
    case 'CorrectToolSerial':
      return correctToolSerial(command, tool);
    case 'CheckOutTool':
      return checkOutTool(command, tool);
    case 'AcceptTool':
      return acceptTool(command, tool);
    case 'DeclineTool':
      return declineTool(command, tool);
    case 'TransferTool':
      return transferTool(command, tool);
    case 'ExtendToolLoan':
      return extendToolLoan(command, tool);
    case 'ReturnTool':
      return returnTool(command, tool);
    case 'ReportToolDamaged':
      return reportToolDamaged(command, tool);
    case 'RecordToolRepaired':
      return recordToolRepaired(command, tool);
    case 'RecordToolCalibrated':
      return recordToolCalibrated(command, tool);
    case 'ReportToolLost':
      return reportToolLost(command, tool);
    case 'RecordToolFound':
      return recordToolFound(command, tool);
    case 'RetireTool':
      return retireTool(command, tool);
    case 'FindToolOverdue':
      return findToolOverdue(command, tool);
    case 'AskForTool':
      return askForTool(command, tool);
    case 'AdjustTool':
      return adjustTool(command, tool);
    case 'ReviewFinding':
      return reviewFinding(command, tool);
    case 'ReopenVerdict':
      return reopenVerdict(command, tool);
  }
}
