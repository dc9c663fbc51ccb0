import { aggregate, internal } from '@app/aggregates';
import { pieceAccount } from './account/piece-account.js';
import { pieceDecider } from './domain/piece/piece.decider.js';
import { unknownPiece } from './domain/piece/piece.errors.js';
import { pieceEvents } from './domain/piece/piece.events.js';
import { pieceStreams } from './domain/piece/piece.js';
import { PieceBody } from './http/piece.dto.js';
import { pieceShown } from './piece-shown.js';
import { readInventory } from './permissions.js';

/** One piece of a material that is kept by serial number: it moves with its material, and by no command of its own. */
export const pieces = aggregate({
  streams: pieceStreams,
  decider: pieceDecider,
  events: pieceEvents,
  path: 'pieces',
  id: 'sku',
  commands: { MovePiece: internal },
  shows: {
    at: ':sku/serial/:serial',
    as: PieceBody,
    summary: 'Where a piece with a serial number is, or what became of it (R11, R12).',
    to: readInventory,
    unknown: unknownPiece,
    body: pieceShown,
  },
  account: pieceAccount,
});
