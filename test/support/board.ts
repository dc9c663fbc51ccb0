import { setTimeout as pause } from 'node:timers/promises';
import { TicketBoardRow } from '@app/tickets/src/read-models/ticket-board/ticket-board.row.js';
import { createDataSource } from '../../apps/server/src/database/data-source.js';

/** The board's rows as they are stored, by ticket. */
export async function boardRows(databaseUrl: string): Promise<Map<string, TicketBoardRow>> {
  const database = await createDataSource(databaseUrl).initialize();
  try {
    const rows = await database.getRepository(TicketBoardRow).find();
    return new Map(rows.map((row) => [row.ticket, { ...row }]));
  } finally {
    await database.destroy();
  }
}

/** Waits until the board answers for `position`, which it must reach without help. */
export async function whenBoardShows(
  get: (path: string) => Promise<{ status: number }>,
  position: bigint,
): Promise<void> {
  while ((await get(`/tickets?limit=1&minPosition=${position}`)).status !== 200) await pause(100);
}
