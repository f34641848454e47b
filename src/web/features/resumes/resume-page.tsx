import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { addressOf } from '../../../contracts/address.ts'
import { readEvidence } from '../../../contracts/evidence.ts'
import {
  getResume,
  printResume,
  type ResumeTyped,
  type ResumeVersion,
  saveResume,
} from '../../../contracts/resumes.ts'
import { isContactShown } from '../../../domain/resume/standing.ts'
import { ask, call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { Lacking } from './lacking.tsx'
import { ResumeForm } from './resume-form.tsx'
import { ResumeText } from './resume-read.tsx'
import { resumeWords } from './words.ts'
import './resumes.css'

/** What an employer is shown that finds it, as it was saved. */
function Preview({ of, school }: { of: ResumeVersion; school: string }) {
  const w = useWords(resumeWords)
  const isShown = isContactShown(of.sharing.contactFrom, 'found')
  const photo = of.photo && addressOf(readEvidence, { params: { school, id: of.photo.id } })
  return (
    <details className="card resume-preview">
      <summary>{w.preview}</summary>
      <p className="soft">{isShown ? w.previewHint : w.contactHidden}</p>
      <ResumeText
        of={isShown ? of : { ...of, contact: null }}
        photo={photo}
        photoOf={w.found.photoOf(of.name)}
      />
    </details>
  )
}

/** A version of the résumé: written, seen as employers see it, printed. */
export function ResumePage() {
  const w = useWords(resumeWords)
  const { language } = useLanguage()
  const nameOf = useNameOf()
  const school = useMySchool()
  const { id } = useParams({ from: '/student/resumes/$id' })
  const client = useQueryClient()
  const { data: of } = useSuspenseQuery(ask(getResume, { params: { school, id } }))
  // What the form was opened with: what comes meanwhile changes nothing under who types.
  const [opened, setOpened] = useState(of)
  const touched = useRef(false)
  const save = useMutation({
    mutationFn: (resume: ResumeTyped) =>
      call(saveResume, { params: { school, id }, body: { seenVersion: opened.version, resume } }),
    onSuccess: async (saved) => {
      touched.current = false
      setOpened(saved)
      said.success(w.saved)
      await client.invalidateQueries()
    },
  })
  useUnsaved(() => touched.current && !save.isPending)
  const reload = async () => {
    touched.current = false
    setOpened(await client.fetchQuery({ ...ask(getResume, { params: { school, id } }), staleTime: 0 }))
    save.reset()
  }
  const { education } = opened
  return (
    <div className="column">
      <BackButton list="/student/jobs" />
      <h1>{of.resumeName}</h1>
      <p>
        <strong>{opened.name}</strong> · {nameOf(education.school)} · {nameOf(education.level)} ·{' '}
        {education.major} <span className="soft">{w.fixed}</span>
      </p>
      <Lacking of={of} />
      <p className="resume-files">
        <a
          href={addressOf(printResume, { params: { school, id }, query: { language } })}
          target="_blank"
          rel="noopener"
        >
          {w.print}
        </a>
      </p>
      <section className="card">
        <ResumeForm
          key={`${opened.id}/${opened.version}`}
          school={school}
          of={opened}
          error={save.error}
          busy={save.isPending}
          onReload={reload}
          onChange={() => {
            touched.current = true
          }}
          onSave={(resume) => save.mutate(resume)}
        />
      </section>
      <Preview of={of} school={school} />
    </div>
  )
}
