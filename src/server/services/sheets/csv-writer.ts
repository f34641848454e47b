import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'

/** A csv as Excel wants it: with a mark of its letters, every cell quoted, and nothing that it takes for a formula. */
export const csvWriter = () =>
  stringify({ bom: true, record_delimiter: 'windows', quoted: true, escape_formulas: true })

type Rows = AsyncIterable<readonly string[]> | Iterable<readonly string[]>
/** A csv that is written while it is read; what breaks where it is read breaks the csv. */
export function streamCsv(headings: readonly string[], rows: Rows): Readable {
  async function* all() {
    yield headings
    for await (const row of rows) yield row
  }
  // Whoever reads the csv is told of an error; nobody else is there to hear it.
  return pipeline(Readable.from(all()), csvWriter(), () => {})
}
