export type Paging = { readonly page: number; readonly pageSize: number }

export type Part = { readonly limit: number; readonly offset: number }
type RowsOf<Row> = (part: Part) => Promise<Row[]>
type CountOf = () => Promise<{ readonly total: number }>
type Page<Row> = { rows: Row[]; page: number; pageSize: number; total: number }

/**
 * A page of a list with the number of all its rows. Past the end, as it is once rows have left since the page was
 * asked for, it is the last one: an empty page would say that nothing is there.
 */
export async function readPage<Row>(
  { page, pageSize }: Paging,
  rowsOf: RowsOf<Row>,
  countOf: CountOf,
): Promise<Page<Row>> {
  const [asked, { total }] = await Promise.all([rowsOf(partOf({ page, pageSize })), countOf()])
  return within({ page, pageSize }, asked, total, rowsOf)
}

/**
 * The same of a list that is mostly no longer than a page, as what is one student's: how many rows there are is asked only where
 * the page does not tell.
 */
export async function readShort<Row>(
  paging: Paging,
  rowsOf: RowsOf<Row>,
  countOf: CountOf,
): Promise<Page<Row>> {
  const part = partOf(paging)
  const asked = await rowsOf(part)
  const isEnd = asked.length < part.limit && (asked.length > 0 || part.offset === 0)
  const total = isEnd ? part.offset + asked.length : (await countOf()).total
  return within(paging, asked, total, rowsOf)
}

const partOf = ({ page, pageSize }: Paging): Part => ({ limit: pageSize, offset: (page - 1) * pageSize })

async function within<Row>(
  { page, pageSize }: Paging,
  asked: Row[],
  total: number,
  rowsOf: RowsOf<Row>,
): Promise<Page<Row>> {
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (asked.length > 0 || page <= last) return { rows: asked, page: Math.min(page, last), pageSize, total }
  return { rows: await rowsOf(partOf({ page: last, pageSize })), page: last, pageSize, total }
}
