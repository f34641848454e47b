export type Paging = { readonly page: number; readonly pageSize: number }

/**
 * A page of a list with the number of all its rows. Past the end, as it is once rows have left since the page was
 * asked for, it is the last one: an empty page would say that nothing is there.
 */
export async function readPage<Row>(
  { page, pageSize }: Paging,
  rowsOf: (part: { readonly limit: number; readonly offset: number }) => Promise<Row[]>,
  countOf: () => Promise<{ readonly total: number }>,
): Promise<{ rows: Row[]; page: number; pageSize: number; total: number }> {
  const at = (one: number) => rowsOf({ limit: pageSize, offset: (one - 1) * pageSize })
  const [asked, { total }] = await Promise.all([at(page), countOf()])
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (asked.length > 0 || page <= last) return { rows: asked, page: Math.min(page, last), pageSize, total }
  return { rows: await at(last), page: last, pageSize, total }
}
