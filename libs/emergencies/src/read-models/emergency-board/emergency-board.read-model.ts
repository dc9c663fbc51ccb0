import { PageQuery, SeveralOf } from '@app/http';
import { listOf } from '@app/projections';
import { readEmergency } from '../../permissions.js';
import { EmergencyBoard1764460000000 } from './1764460000000-emergency-board.js';
import { emergencyBoard } from './emergency-board.projection.js';
import type { EmergencyStatus } from './emergency-board.row.js';

/** Which emergencies. */
export class EmergencyBoardParams extends PageQuery {
  /** Default: those that are not resolved. */
  @SeveralOf(['raised', 'acknowledged', 'resolved'])
  status?: EmergencyStatus[];
}

export const emergencyBoardModel = listOf(emergencyBoard, {
  path: 'emergencies',
  operation: 'listEmergencies',
  summary: 'Emergencies by their state, the latest first; those that are not resolved by default.',
  to: readEmergency,
  params: EmergencyBoardParams,
  unlessAsked: { status: ['raised', 'acknowledged'] },
  latest: 'recorded',
  migrations: [EmergencyBoard1764460000000],
});
