import type { Readable } from 'node:stream'
import { ROW_STANDINGS } from '../../../domain/invitation-batch/batch.ts'
import { BATCH_COLUMNS, BATCH_SHEET } from '../../../domain/invitation-batch/columns.ts'
import { REPORT_COLUMNS } from '../../../domain/sheets/columns.ts'
import { BATCH_WORDS, faultText } from '../../../words/invitation-batch.ts'
import type { Language } from '../../../words/language.ts'
import { HEADING, SHEET_WORDS } from '../../../words/sheets.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Secrets } from '../../services/secrets.ts'
import { streamSheet } from '../../services/sheets/writer.ts'
import { faultsOfRow } from './present.ts'
import { allNotSent } from './queries.ts'
import { sealedSaid } from './said.ts'

/** Every row that was not sent, with what is wrong, as a sheet that can be uploaded again. */
export function reportOf(db: Db, secrets: Secrets, of: Key, language: Language): Readable {
  const { standing: words, template } = BATCH_WORDS[language]
  const { between } = SHEET_WORDS[language]
  const side = HEADING[language]
  const said = sealedSaid(secrets)
  async function* rows() {
    for await (const together of allNotSent(db, of))
      for (const row of together) {
        const standing = ROW_STANDINGS.find((one) => one === row.standing)
        const one = said.open(row.saidCipher)
        const faults = faultsOfRow(row, one).map((fault) => faultText(fault, language))
        yield [...one.cells, standing ? words[standing] : '', faults.join(between)]
      }
  }
  const headings = BATCH_SHEET.keys.map((key) => BATCH_COLUMNS[key][side])
  return streamSheet(
    template.sheet,
    [...headings, REPORT_COLUMNS.result[side], REPORT_COLUMNS.toCorrect[side]],
    rows(),
  )
}
