import type { z } from 'zod'
import type { ResumeRead, resumeContent } from '../../../contracts/resumes.ts'
import type { ResumeContent } from '../../../domain/resume/content.ts'
import type { ResumeSnapshot } from '../../../domain/resume/snapshot.ts'
import type { Db } from '../../db/database.ts'
import { namesOf } from '../posts/names.ts'

/** With lists of its own. */
export const shownContent = (of: ResumeContent): z.output<typeof resumeContent> => ({
  ...of,
  wish: { ...of.wish, regions: [...of.wish.regions] },
  experiences: [...of.experiences],
  projects: [...of.projects],
  skills: [...of.skills],
  certificates: [...of.certificates],
  languages: [...of.languages],
})

/** A résumé as it is read, with all that it has. */
export async function presentSnapshot(db: Db, of: ResumeSnapshot): Promise<ResumeRead> {
  const { student, education, content, contact, photo, attachment } = of
  return {
    name: student.name,
    education,
    content: shownContent(content),
    contact,
    photo,
    attachment,
    names: await namesOf(db, [content.wish]),
  }
}
