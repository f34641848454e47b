import { sql } from 'kysely'
import { EMPLOYER_READS } from '../../../domain/application/life.ts'
import { statusIn } from '../../db/status-in.ts'

/**
 * What an employer reads of applications (`a`) and of the interviews (`i`) of them, by whichever of the two names it: nothing of what
 * was taken back (AT-8), or forgotten.
 */
export const readByEmployer = (of: 'a' | 'i', employerId: string) =>
  sql<boolean>`${sql.ref(`${of}.employer_id`)} = ${employerId} and ${statusIn('a.status', EMPLOYER_READS)}
    and a.forgotten_at is null`
