import { MoreThan, type DataSource, type FindOptionsWhere } from 'typeorm';

/** Rows that are read at a time, so that a table of any length takes little memory. */
const PAGE = 500;

/** All rows of a table under these conditions, page by page in the order of their ids. */
export async function* pagesOf<Row extends { readonly id: string }>(
  dataSource: DataSource,
  row: new () => Row,
  where: FindOptionsWhere<Row>,
): AsyncGenerator<readonly Row[]> {
  const repository = dataSource.getRepository(row);
  for (let after = ''; ;) {
    const page = await repository.find({
      where: { ...where, id: MoreThan(after) } as FindOptionsWhere<Row>,
      order: { id: 'ASC' } as never,
      take: PAGE,
    });
    yield page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.id;
  }
}
