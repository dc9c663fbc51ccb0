import type { KeptTool, Loan } from './domain/tool/tool.state.js';
import type { ToolBody } from './http/tool.dto.js';

/** A tool as it is shown: where it is, and with whom, instead of how that is kept. */
export function toolShown(tool: KeptTool): ToolBody {
  const { findings: _, hands: __, conditionSince: ___, loan, status, ...entry } = tool;
  return { ...entry, status: status === 'kept' ? whereIs(loan) : status, ...withWhom(loan) };
}

function whereIs(loan: Loan | undefined): ToolBody['status'] {
  if (!loan) return 'store';
  return loan.accepted ? 'in-hand' : 'on-its-way';
}

function withWhom(loan: Loan | undefined): Partial<ToolBody> {
  if (!loan) return {};
  const { employee, accepted, ticket, due, offeredTo, overdue } = loan;
  const receiver = accepted ? offeredTo : employee;
  return {
    ...(accepted && { holder: employee }),
    ...(receiver && { receiver }),
    ...(ticket && { ticket }),
    ...(due && { due }),
    ...(overdue && { overdue }),
  };
}
