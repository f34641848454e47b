import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

type OfStudents = { readonly school: string; readonly students: readonly string[]; readonly at: Date }

/** No kept document of this school bears the seal `s`. */
const isBorneByNone = sql<boolean>`not exists (
  select from documents d where d.seal_id = s.id and d.removed_at is null)`

/**
 * Nothing that is kept, at any school, can have been signed with the employer's seal `s`: each invitation that was sent before
 * `newer` came is over, and so is its agreement without a document, or with one that says nothing any more.
 */
const isSignedByNone = sql<boolean>`not exists (
  select from invitations i
  left join agreements a on a.school_id = i.school_id and a.invitation_id = i.id
  left join documents d on d.school_id = a.school_id and d.kind = 'agreement' and d.subject_id = a.id
  where i.employer_id = s.employer_id and i.sent_at < newer.set_at
    and (i.ended_at is null
      or (a.id is not null and d.removed_at is null and (d.subject_id is not null or a.ended_at is null))))`

/**
 * Pictures that are not in use, and that nothing shows any more now that the documents of these students are gone: the school's, and
 * those of the employers with whom they signed. Each keeps its SHA-256.
 */
export const forgetPictures = (tx: Tx, { school, students, at }: OfStudents) =>
  sql`
    update seals s set picture = null, removed_at = ${at}
    where s.picture is not null
      and (s.school_id = ${school} or s.employer_id in (
        select employer_id from agreements where school_id = ${school} and student_id = any(${[...students]}::uuid[])))
      and exists (
        select from seals newer where newer.owner = s.owner and newer.version > s.version
          and case when s.school_id is null then ${isSignedByNone} else ${isBorneByNone} end)`.execute(tx)
