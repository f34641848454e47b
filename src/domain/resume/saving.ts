import { Refusal, RefusedFields } from '../refusal.ts'
import { RESUME_BOUNDS, type ResumeContent, type ResumeFiles, reversedIn } from './content.ts'
import type { Sharing } from './standing.ts'

/** Refuses months that end before they begin, all that do. */
export function refuseReversed(content: ResumeContent): void {
  const [first, ...others] = reversedIn(content)
  if (first) throw new RefusedFields('resume-months-reversed', [first, ...others])
}

/** Refuses one version beyond the last. `has`: how many there are. */
export function refuseOneTooMany(has: number): void {
  if (has >= RESUME_BOUNDS.resumes) throw new Refusal('resumes-too-many', { limit: RESUME_BOUNDS.resumes })
}

/** Refuses a photo that is no picture and an attachment that is no PDF. `mediaTypes` by the files' ids. */
export function refuseOtherFiles(
  { photo, attachment }: ResumeFiles,
  mediaTypes: ReadonlyMap<string, string>,
): void {
  if (photo !== null && !mediaTypes.get(photo)?.startsWith('image/'))
    throw new Refusal('resume-photo-no-picture', { field: 'resume.files.photo' })
  if (attachment !== null && mediaTypes.get(attachment) !== 'application/pdf')
    throw new Refusal('resume-attachment-no-pdf', { field: 'resume.files.attachment' })
}

/** Refuses to show employers what is not there. */
export function refuseToShowNothing({ audience }: Sharing, ordinary: string | null): void {
  if (audience === 'admitted' && ordinary === null)
    throw new Refusal('resume-needed', { field: 'resumeAudience' })
}
