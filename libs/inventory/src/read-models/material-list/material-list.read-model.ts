import { MayBeAbsent, PageQuery, Slug, Text } from '@app/http';
import { Column, Key, listOf, Table, type Projection } from '@app/projections';
import { materialEvents, type MaterialEvent } from '../../contract.js';
import { readInventory } from '../../permissions.js';
import { MaterialList1764500100000 } from './1764500100000-material-list.js';
import { MaterialTracked1769000100004 } from './1769000100004-material-tracked.js';

/** A material in the list. */
@Table('material')
export class MaterialRow {
  @Key('text') readonly sku!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly unit!: string;
  @Column('integer') readonly decimals!: number;
  @Column('text') readonly class!: string;
  /** `serial`: each piece has its number; null: it is counted alone. */
  @Column('text', { nullable: true }) readonly tracked!: string | null;
  /** At fewer units in the stores it is low; null: it never is. */
  @Column('numeric', { nullable: true }) readonly minimum!: string | null;
  /** Days from the order until it is here; null: unknown. */
  @Column('integer', { nullable: true }) readonly leadDays!: number | null;
}

/** Which materials. */
export class MaterialListParams extends PageQuery {
  @MayBeAbsent()
  @Slug()
  class?: string;

  /** Words in number or name; all of them must occur. */
  @MayBeAbsent()
  @Text({ max: 200, singleLine: true })
  q?: string;
}

/** Everything that is kept in stock, and how it is counted. */
export const materialList: Projection<MaterialRow, MaterialEvent> = {
  name: 'material-list',
  version: 2,
  row: MaterialRow,
  derived: { search: { type: 'tsvector', of: ({ sku, name }) => [sku, name] } },
  handles: materialEvents,
  begins: ['MaterialRegistered', 'MaterialChanged'],
  keysOf: ({ data }) => [data.sku],
  evolve: (_, { data: { minimum, leadDays = null, tracked = null, ...entry } }) => ({
    ...entry,
    tracked,
    minimum: minimum === undefined ? null : String(minimum),
    leadDays,
  }),
};

export const materialListModel = listOf(materialList, {
  path: 'materials',
  operation: 'listMaterials',
  summary: 'Materials by class or words, in the order of their numbers.',
  to: readInventory,
  params: MaterialListParams,
  migrations: [MaterialList1764500100000, MaterialTracked1769000100004],
});
