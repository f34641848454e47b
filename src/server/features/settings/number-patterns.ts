import { sql } from 'kysely'
import { OUR_PATTERN, refuseUnlessNumbersSuffice } from '../../../domain/agreement/number-pattern.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Tx } from '../../db/database.ts'
import { countGraduates } from '../students/queries.ts'

/**
 * Takes up another pattern of numbers, and refuses one that could give a number twice (AT-34). Schools that choose at once
 * go one after the other: each is compared with all that were ever chosen. Ours is everybody's without being kept.
 */
export async function takeUpPattern(
  tx: Tx,
  { school, pattern, at }: { readonly school: string; readonly pattern: string; readonly at: Date },
): Promise<void> {
  await sql`lock table agreement_number_patterns in share row exclusive mode`.execute(tx)
  const taken = await tx
    .selectFrom('agreementNumberPatterns')
    .select(['schoolId as school', 'pattern'])
    .modifyEnd(acrossSchools.platform)
    .execute()
  refuseUnlessNumbersSuffice({ school, pattern }, taken, await countGraduates(tx, school))
  if (pattern === OUR_PATTERN) return
  await tx
    .insertInto('agreementNumberPatterns')
    .values({ schoolId: school, pattern, since: at })
    .onConflict((conflict) => conflict.columns(['schoolId', 'pattern']).doNothing())
    .execute()
}
