import { sql } from 'kysely'
import type { AgreementCase } from '../../../domain/agreement/case.ts'
import { type AgreementNumber, formatAgreementNumber } from '../../../domain/identifiers.ts'
import type { Tx } from '../../db/database.ts'

const KINDS: Record<AgreementCase['kind'], AgreementNumber['kind']> = { online: 1, paper: 2 }

/**
 * The next number of this school, kind and the student's year of graduation (R24): a counter in the transaction, so no
 * number is lost or shared. It is the one row that all of a school's acceptances share: taken last, held shortest.
 */
export async function allotNumber(
  tx: Tx,
  { kind: name, schoolId, studentId }: AgreementCase,
): Promise<string> {
  const kind = KINDS[name]
  const { last, year } = await tx
    .insertInto('agreementSerials')
    .columns(['schoolId', 'kind', 'year', 'last'])
    .expression(
      tx
        .selectFrom('students')
        .where('schoolId', '=', schoolId)
        .where('id', '=', studentId)
        .select(['schoolId', sql.lit(kind).as('kind'), 'graduationYear as year', sql.lit(1).as('last')]),
    )
    .onConflict((conflict) =>
      conflict.columns(['schoolId', 'kind', 'year']).doUpdateSet({ last: sql`agreement_serials.last + 1` }),
    )
    .returning(['last', 'year'])
    .executeTakeFirstOrThrow()
  return formatAgreementNumber({ kind, year, school: schoolId, serial: last })
}
