import type { z } from 'zod'
import type { writeAnnouncement } from '../../../contracts/announcements.ts'
import { InvalidFields } from '../../../domain/form.ts'
import { safeRichText, saysSomething } from '../../pages/rich-text.ts'

export type Written = Omit<z.output<typeof writeAnnouncement.schema.body>, 'seenVersion'>

/** What was written, as it is kept. Refuses a text of which nothing is left to be read. */
export function cleaned({ title, titleEn, author, pinned, evidence, ...texts }: Written): Written {
  const body = safeRichText(texts.body)
  const bodyEn = safeRichText(texts.bodyEn)
  if (!saysSomething(body)) throw new InvalidFields([{ field: 'body', fault: 'needed' }])
  return { title, titleEn, author, pinned, evidence, body, bodyEn: saysSomething(bodyEn) ? bodyEn : '' }
}
