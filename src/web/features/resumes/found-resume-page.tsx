import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { addressOf } from '../../../contracts/address.ts'
import { readResume, resumeFiles } from '../../../contracts/resumes.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { ResumeWithFiles } from './resume-read.tsx'
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
        <ResumeWithFiles
          of={of}
          at={{
            pdf: addressOf(resumeFiles.pdf, { params, query: { language } }),
            photo: addressOf(resumeFiles.photo, { params }),
            attachment: addressOf(resumeFiles.attachment, { params }),
          }}
          hidden={w.found.hidden}
        />
      </section>
    </div>
  )
}
