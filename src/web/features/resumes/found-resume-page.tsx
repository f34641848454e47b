import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { addressOf } from '../../../contracts/address.ts'
import { readResume, resumeFiles } from '../../../contracts/resumes.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { ResumeText } from './resume-read.tsx'
import { resumeWords } from './words.ts'

/** A résumé that its student shows to employers; opening it is a look that the student is told of. */
export function FoundResumePage() {
  const w = useWords(resumeWords)
  const { language } = useLanguage()
  const params = useParams({ from: '/employer/resumes/$school/$id' })
  const { data: of } = useSuspenseQuery(ask(readResume, { params }))
  return (
    <div className="column">
      <BackButton list="/employer/resumes" />
      <h1>{w.found.title}</h1>
      <section className="card">
        <ResumeText
          of={of}
          photo={of.photo && addressOf(resumeFiles.photo, { params })}
          photoOf={w.found.photoOf(of.name)}
        />
        {of.contact === null && <p className="soft">{w.found.hidden}</p>}
      </section>
      <p>
        <a href={addressOf(resumeFiles.pdf, { params, query: { language } })} target="_blank" rel="noopener">
          {w.print}
        </a>{' '}
        {of.attachment && (
          <a href={addressOf(resumeFiles.attachment, { params })} target="_blank" rel="noopener">
            {w.found.attachment}
          </a>
        )}
      </p>
    </div>
  )
}
