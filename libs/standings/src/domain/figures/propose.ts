import type { Command } from '@app/kernel';
import { happened } from '@app/policy';
import type { FiguresCommand } from './figures.commands.js';
import type { FiguresProposed } from './figures.events.js';
import type { Figures } from './figures.state.js';

/** What somebody enters by hand, under the next number of the year: it waits for somebody else. */
export function proposed(
  command: Command<string, FiguresCommand['data']>,
  { proposals }: Figures,
  said: Omit<FiguresProposed['data'], 'employee' | 'year' | 'proposal'>,
): FiguresProposed {
  const { employee, year } = command.data;
  const data = { employee, year, proposal: proposals.length + 1, ...said };
  return happened(command, 'FiguresProposed', data, ['R13']);
}
