import { Flag, MayBeAbsent, PageQuery, SeveralOf, Slug, Text } from '@app/http';
import type { ToolCondition } from '../../contract.js';
import type { ToolStatus } from './tool-list.row.js';

/** Which tools. Conditions hold all at once. */
export class ToolListParams extends PageQuery {
  /** Employee id of whoever has it: their custody list. */
  @MayBeAbsent()
  @Slug()
  holder?: string;

  /** Employee id of whoever is to accept it. */
  @MayBeAbsent()
  @Slug()
  receiver?: string;

  @MayBeAbsent()
  @Slug()
  class?: string;

  /** Default: every one. */
  @SeveralOf(['store', 'on-its-way', 'in-hand', 'lost', 'retired'])
  status?: ToolStatus[];

  /** Default: both. */
  @SeveralOf(['good', 'damaged'])
  condition?: ToolCondition[];

  /** `true`: those that did not come back in time; `false`: all others. */
  @Flag()
  overdue?: boolean;

  /** `true`: those whose holder has left. */
  @Flag()
  askedBack?: boolean;

  /** Words in id, name or serial number; all of them must occur. */
  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  q?: string;
}
