import type { z } from 'zod'
import type * as contract from '../../../contracts/invitation-batches.ts'
import { batchActions, isShown, standingOfBatch } from '../../../domain/invitation-batch/batch.ts'
import { BATCH_SHEET, type ColumnKey } from '../../../domain/invitation-batch/columns.ts'
import { type RowFault, refusedRow } from '../../../domain/invitation-batch/fault.ts'
import { columnOf } from '../../../domain/sheet.ts'
import { BROKEN_OFF } from '../../../domain/sheet-work.ts'
import { withoutHidden } from '../../../domain/text.ts'
import { columnName, faultAlone } from '../../../words/invitation-batch.ts'
import type { Language } from '../../../words/language.ts'
import { refusalText } from '../../../words/refusals.ts'
import type { Secrets } from '../../services/secrets.ts'
import { aboutShown, readRefusal } from '../../services/sheets/sealed.ts'
import type { BatchRecord, ShownRow } from './queries.ts'
import { type Said, sealedAbout, sealedSaid } from './said.ts'

export type Reader = { readonly language: Language; readonly at: Date }

export function presentRow(of: BatchRecord, { language, at }: Reader) {
  const { id, by, begunAt, endedAt, fileName, fileSize, rowsRead, counts } = of
  const status = standingOfBatch(of, at)
  const why = of.refusal ? readRefusal(of.refusal, of.refusalDetails) : { code: BROKEN_OFF, details: {} }
  const row: z.input<typeof contract.invitationBatchRow> = {
    id,
    school: { code: of.schoolId, name: of.schoolName, nameEn: of.schoolNameEn },
    status,
    by,
    begunAt: begunAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    fileName,
    fileSize,
    rowsRead,
    counts,
    failure: status === 'failed' ? refusalText(why.code, language, why.details) : null,
    actions: batchActions(of, at),
  }
  return row
}

export function presentBatch(
  of: BatchRecord,
  secrets: Secrets,
  reader: Reader,
  fingerprint: string | null,
): contract.InvitationBatchView {
  const row = presentRow(of, reader)
  const about = of.aboutCipher ? sealedAbout(secrets).open(of.aboutCipher) : null
  return {
    ...row,
    about: about && aboutShown(about),
    belowMinimum: [...(about?.belowMinimum ?? [])],
    isShown: about !== null && isShown(row.status),
    fingerprint,
    columns: BATCH_SHEET.keys.map((key) => ({ key, name: columnName(key, reader.language) })),
  }
}

/** What kept a row from being sent: found when it was checked, or when it was to be sent. */
export function faultsOfRow({ row, refusal, refusalDetails }: ShownRow, { faults }: Said): RowFault[] {
  return refusal ? [...faults, refusedRow(row, readRefusal(refusal, refusalDetails))] : [...faults]
}

/** As they stand on the sheet; what is about no column comes last. */
const inOrder = (one: RowFault, other: RowFault) => placeOf(one) - placeOf(other)
const placeOf = ({ column }: RowFault) => (column === null ? Number.MAX_SAFE_INTEGER : columnOf(column))

/** A row as its page shows it. */
export function presentRowOf(
  of: ShownRow,
  { secrets, language }: { readonly secrets: Secrets; readonly language: Language },
) {
  const said = sealedSaid(secrets).open(of.saidCipher)
  const cell = (key: ColumnKey) => withoutHidden(said.cells[BATCH_SHEET.keys.indexOf(key)] ?? '')
  const isSent = of.standing === 'sent'
  return {
    id: String(of.row),
    row: of.row,
    studentNumber: cell('studentNumber'),
    name: cell('name'),
    position: cell('position'),
    invitationId: isSent ? of.invitationId : null,
    faults: faultsOfRow(of, said)
      .toSorted(inOrder)
      .map((fault) => ({
        column: fault.column,
        name: fault.key === null ? '' : columnName(fault.key, language),
        value: withoutHidden(fault.value),
        said: faultAlone(fault, language),
      })),
  }
}
