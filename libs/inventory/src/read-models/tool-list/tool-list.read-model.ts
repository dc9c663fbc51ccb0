import { listOf } from '@app/projections';
import { readInventory } from '../../permissions.js';
import { ToolList1764500000000 } from './1764500000000-tool-list.js';
import { ToolListParams } from './tool-list.dto.js';
import { toolList } from './tool-list.projection.js';

/** Tools, and the custody list of each person. */
export const toolListModel = listOf(toolList, {
  path: 'tools',
  operation: 'listTools',
  summary:
    'Tools by holder, receiver, class, state, condition or words, in the order of their ids.',
  to: readInventory,
  params: ToolListParams,
  migrations: [ToolList1764500000000],
});
