import { sql } from 'kysely'
import { z } from 'zod'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { FORM_COPIES } from '../../../domain/paper-form/corner.ts'
import { FORM_STATUSES } from '../../../domain/paper-form/life.ts'
import { scanStanding } from '../../../domain/paper-form/scan.ts'

/** Of rows of `evidence` of a school: the page of a paper form that one shows, with what the register has of its number. */
export const formSeen = (school: string) => sql<unknown>`case when form_number is not null then (
  select jsonb_build_object('number', form_number, 'copy', form_copy, 'page', form_page, 'status', f.status,
    'isUploaders', coalesce(f.student_id = u.student_id, false))
  from users u left join paper_forms f on f.number = form_number and f.school_id = ${school}
  where u.id = uploaded_by) end`

const seen = z.object({
  number: z.string(),
  copy: z.enum(FORM_COPIES),
  page: z.int(),
  status: z.enum(FORM_STATUSES).nullable(),
  isUploaders: z.boolean(),
})

/** What `formSeen` has selected, as people are told it. */
export function readFormSeen(json: unknown): EvidenceFile['form'] {
  if (json === null) return null
  const { status, isUploaders, ...page } = seen.parse(json)
  return { ...page, standing: scanStanding(status && { status, isUploaders }) }
}
