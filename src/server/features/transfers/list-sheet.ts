import type { Readable } from 'node:stream'
import type { Language } from '../../../words/language.ts'
import { methodText, TRANSFER_REGISTER } from '../../../words/transfer-register.ts'
import type { Db } from '../../db/database.ts'
import { streamSheet } from '../../services/sheets/writer.ts'
import type { RosterScope } from '../students/roster-list.ts'
import { allTransfers, type TransferFilter } from './lists.ts'

/** 转递清册 (xlsx), written while it is read: every cell is text, and no number of a document stands in it. */
export function transferListSheet(
  db: Db,
  scope: RosterScope,
  filter: TransferFilter,
  { language, at }: { readonly language: Language; readonly at: Date },
): Readable {
  const w = TRANSFER_REGISTER[language]
  async function* rows() {
    for await (const { snapshot, numbers, ...of } of allTransfers(db, scope, filter, at))
      yield [
        of.dispatchNumber,
        snapshot.name,
        snapshot.studentNumber,
        snapshot.college,
        snapshot.major,
        methodText(of.method, language),
        of.receiver,
        of.address,
        of.postcode,
        of.contactName,
        of.contactPhone,
        w.channel[of.channel],
        of.envelope ? w.envelope[of.envelope] : '',
        of.batch,
        w.status[of.status],
        String(of.nth),
        of.sentOn ?? '',
        numbers.tracking,
        of.receivedOn ?? '',
        of.returnedOn ?? '',
        of.reason ?? '',
        numbers.transfer,
        numbers.verification,
        numbers.migration,
        of.remark,
      ]
  }
  return streamSheet(w.sheet[filter.kind], w.headings, rows())
}
