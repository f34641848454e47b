import { sql } from 'kysely'
import { TRANSFER_STANDS, type TransferKind } from '../../../domain/transfer/life.ts'
import type { FileReceiver } from '../../../domain/transfer/receiver.ts'
import type { Transfer } from '../../../words/word-transfer.ts'
import type { Db } from '../../db/database.ts'
import { statusIn } from '../../db/status-in.ts'
import { readFileReceiver, readTerms } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import { selectPlaced } from '../transfers/placed.ts'

export type FoundTransfer = Transfer & {
  readonly id: string
  /** 单位性质 of the employer, where it is known. */
  readonly nature: string | null
}

/**
 * Where the files of these students go, in the order of their numbers: by the record of the transfer that stands, else by the
 * agreement that holds the place of each, once it is certified. A college's staff find its own students.
 */
export async function findTransfers(
  db: Db,
  school: string,
  ids: readonly string[],
  { collegeId }: Pick<Person, 'collegeId'>,
): Promise<FoundTransfer[]> {
  const rows = await selectPlaced(db, school)
    .leftJoin('transfers as t', (on) =>
      on
        .onRef('t.schoolId', '=', 'st.schoolId')
        .onRef('t.studentId', '=', 'st.id')
        .on('t.kind', '=', 'file' satisfies TransferKind)
        .on(statusIn('t.status', TRANSFER_STANDS)),
    )
    .where('st.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .$if(collegeId !== null, (query) => query.where('st.collegeId', '=', collegeId))
    .select(['st.id', 'st.name', 'st.studentNumber', 'c.name as college', 'st.majorName as major'])
    .select(['a.number as agreementNumber', 'a.terms', 'p.holder as employer'])
    .select(sql<string | null>`e.profile->>'nature'`.as('nature'))
    .select([
      't.dispatchNumber',
      't.method',
      't.receiver',
      't.address',
      't.postcode',
      't.contactName',
      't.contactPhone',
      't.channel',
      't.trackingNumber',
      't.transferNumber',
    ])
    .orderBy('st.studentNumber')
    .execute()
  return rows.map(({ terms, method, receiver, address, postcode, contactName, contactPhone, ...row }) => ({
    ...row,
    file:
      method === null
        ? fileOf(terms)
        : readFileReceiver({ method, receiver, address, postcode, contactName, contactPhone }),
  }))
}

const fileOf = (terms: unknown): FileReceiver | null => (terms === null ? null : readTerms(terms).file)
