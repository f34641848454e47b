import { sql } from 'kysely'
import { NOTHING_SAID } from '../../../domain/recommendation/case.ts'
import type { Tx } from '../../db/database.ts'

/**
 * What the recommendations of these students said, whose sealed documents have just gone: facts, the student's words and the reviewer's.
 * That they were issued, when and under which number, stays.
 */
export const forgetRecommendations = (
  tx: Tx,
  { school, students }: { readonly school: string; readonly students: readonly string[] },
) =>
  sql`
    with theirs as (
      select id from recommendations where school_id = ${school} and student_id = any(${[...students]}::uuid[])),
    editions as (
      update recommendation_editions set content = null
      where school_id = ${school} and recommendation_id in (select id from theirs) and content is not null)
    update recommendations set facts = '{}', own = ${JSON.stringify(NOTHING_SAID)}, word = null
    where school_id = ${school} and id in (select id from theirs)`.execute(tx)
