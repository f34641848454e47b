import type { ResumeRead } from '../../../contracts/resumes.ts'
import { wordResume } from '../../../words/word-resume.ts'
import { Facts } from '../../ui/facts.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { readWords, resumeWords } from './words.ts'
import './resumes.css'

/** A résumé as it is read; `photo`: the address of a picture, null where there is none. */
export function ResumeText({
  of,
  photo,
  photoOf,
}: {
  of: ResumeRead
  photo: string | null
  photoOf: string
}) {
  const { language } = useLanguage()
  const w = useWords(readWords)
  const worded = wordResume(of, { w, language, names: of.names })
  return (
    <article className="resume" aria-label={`${worded.title} ${worded.kind}`}>
      <header>
        <div>
          <h2>{worded.title}</h2>
          <p className="resume-lead">{worded.lead}</p>
          {of.contact?.phone && (
            <p>
              {w.phone} <a href={`tel:${of.contact.phone}`}>{of.contact.phone}</a>
            </p>
          )}
          {of.contact?.email && (
            <p>
              {w.email} <a href={`mailto:${of.contact.email}`}>{of.contact.email}</a>
            </p>
          )}
        </div>
        {photo && <img src={photo} alt={photoOf} width={96} height={128} />}
      </header>
      {worded.parts.map(({ title, entries, inline }) => (
        <section key={title}>
          <h3>{title}</h3>
          {inline ? (
            <Facts of={entries.map(({ head, said }) => [head, said])} />
          ) : (
            entries.map(({ head, beside, said }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name, and do not move while they are read.
              <div key={at} className="resume-entry">
                <p>
                  <strong>{head}</strong> <span className="soft">{beside}</span>
                </p>
                {said && <p className="resume-said">{said}</p>}
              </div>
            ))
          )}
        </section>
      ))}
    </article>
  )
}

/** Where a reader fetches the files of a résumé. */
export type ResumeAddresses = { readonly pdf: string; readonly photo: string; readonly attachment: string }

/** A résumé that was sent or is shown, with its photo and attachment, and to print; `hidden`: what is said where contact is not shown. */
export function ResumeWithFiles({ of, at, hidden }: { of: ResumeRead; at: ResumeAddresses; hidden: string }) {
  const w = useWords(resumeWords)
  return (
    <>
      <ResumeText of={of} photo={of.photo && at.photo} photoOf={w.found.photoOf(of.name)} />
      {of.contact === null && <p className="soft">{hidden}</p>}
      <p className="resume-files">
        <a href={at.pdf} target="_blank" rel="noopener">
          {w.print}
        </a>
        {of.attachment && (
          <a href={at.attachment} target="_blank" rel="noopener">
            {w.found.attachment}
          </a>
        )}
      </p>
    </>
  )
}
