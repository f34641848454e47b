import type { ReactNode } from 'react'
import type { ResumeRead } from '../../../contracts/resumes.ts'
import { payRange } from '../../../words/figures.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { jobWords } from '../posts/words.ts'
import { applicationWords } from './words.ts'

type Period = { readonly from: string; readonly to: string }

/** A part of a résumé, where there is something in it. */
const Part = ({ title, isEmpty, children }: { title: string; isEmpty: boolean; children: ReactNode }) =>
  isEmpty ? null : (
    <>
      <h3>{title}</h3>
      {children}
    </>
  )

/** A résumé as it was sent, for whoever may read it: the telephone as a link where it is shown. */
export function SentResume({ of }: { of: ResumeRead }) {
  const w = useWords(applicationWords).read
  const jobs = useWords(jobWords)
  const nameOf = useNameOf()
  const { language } = useLanguage()
  const { education, content, contact } = of
  const { wish } = content
  const called = (table: string, code: string) => {
    const found = of.names[`${table}/${code}`]
    return found ? nameOf(found) : code
  }
  const during = ({ from, to }: Period) => (from || to ? `${from} – ${to || w.until}` : '')
  const line = (...parts: readonly string[]) => parts.filter(Boolean).join(' · ')
  const wished = line(
    wish.work ? jobs.kind[wish.work] : '',
    wish.category ? called('job_category', wish.category) : '',
    ...wish.regions.map((code) => called('region', code)),
    wish.pay === null ? '' : payRange(wish.pay, null, language),
  )
  return (
    <article aria-label={of.name}>
      {contact && (
        <p>
          {contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
          {contact.phone && contact.email && ' · '}
          {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
        </p>
      )}
      <Part title={w.education} isEmpty={false}>
        <p>{line(nameOf(education.school), education.college, education.major)}</p>
        <p className="soft">{line(nameOf(education.level), w.graduates(education.graduationYear))}</p>
      </Part>
      <Part title={w.wish} isEmpty={wished === ''}>
        <p>{wished}</p>
      </Part>
      <Part title={w.summary} isEmpty={content.summary === ''}>
        <p className="lines">{content.summary}</p>
      </Part>
      <Part title={w.experiences} isEmpty={content.experiences.length === 0}>
        {content.experiences.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was sent stays in its order, and two may say the same
          <div key={at}>
            <p>
              <strong>{line(one.organisation, one.role)}</strong> <span className="soft">{during(one)}</span>
            </p>
            <p className="lines">{one.detail}</p>
          </div>
        ))}
      </Part>
      <Part title={w.projects} isEmpty={content.projects.length === 0}>
        {content.projects.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <div key={at}>
            <p>
              <strong>{line(one.title, one.role)}</strong> <span className="soft">{during(one)}</span>
            </p>
            <p className="lines">{one.detail}</p>
          </div>
        ))}
      </Part>
      <Part title={w.skills} isEmpty={content.skills.length === 0}>
        <p>{content.skills.join(' · ')}</p>
      </Part>
      <Part title={w.certificates} isEmpty={content.certificates.length === 0}>
        <p>{content.certificates.map(({ title, month }) => line(title, month)).join('；')}</p>
      </Part>
      <Part title={w.languages} isEmpty={content.languages.length === 0}>
        <p>{content.languages.map(({ language: spoken, proof }) => line(spoken, proof)).join('；')}</p>
      </Part>
    </article>
  )
}
