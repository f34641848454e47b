import type { Readable } from 'node:stream'
import { listedInstant } from '../../../words/figures.ts'
import type { Language } from '../../../words/language.ts'
import { FORM_REGISTER } from '../../../words/paper-form-register.ts'
import type { Db } from '../../db/database.ts'
import { streamSheet } from '../../services/sheets/writer.ts'
import { type FormFilter, type FormScope, registerOf } from './lists.ts'

/** The register as a sheet (xlsx), written while it is read; times in Beijing time. */
export function registerSheet(db: Db, scope: FormScope, filter: FormFilter, language: Language): Readable {
  const w = FORM_REGISTER[language]
  const at = (instant: Date | null) => (instant ? listedInstant(instant.toISOString(), language) : '')
  async function* rows() {
    for await (const { snapshot, ...of } of registerOf(db, scope, filter))
      yield [
        of.number,
        snapshot.name,
        snapshot.studentNumber,
        snapshot.college,
        snapshot.major,
        w.cause[of.cause],
        w.status[of.status],
        at(of.issuedAt),
        of.issuer,
        at(of.endedAt),
        of.ender ?? '',
        of.reason ?? '',
        of.agreement ?? '',
      ]
  }
  return streamSheet(w.sheet, w.headings, rows())
}
