import type { WordList } from '../post/word-lists.ts'
import { type Found, findingsIn } from '../post/wording.ts'

/** In both languages; the bodies as they are marked up. */
export type SaidInAnnouncement = {
  readonly title: string
  readonly titleEn: string
  readonly body: string
  readonly bodyEn: string
}

/** What an announcement says against the lists (L11). It is the school's own word, so nothing keeps it back: all of it is to be looked at again. */
export function doubtsIn(said: SaidInAnnouncement, lists: readonly WordList[]): Found[] {
  const texts = [
    { title: said.title, description: said.body, fields: { title: 'title', description: 'body' } },
    { title: said.titleEn, description: said.bodyEn, fields: { title: 'titleEn', description: 'bodyEn' } },
  ]
  return texts.flatMap(({ fields, ...text }) =>
    findingsIn({ ...text, benefits: '', contact: { email: '' } }, lists, '').map((one) => ({
      ...one,
      field: one.field === 'title' ? fields.title : fields.description,
      isBlocking: false,
    })),
  )
}
