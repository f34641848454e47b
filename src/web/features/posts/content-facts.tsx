import type { PostView } from '../../../contracts/posts.ts'
import { changedIn, NEW_POST, type PostContent, type PostField } from '../../../domain/post/content.ts'
import { linesOfRichText } from '../../../domain/post/wording.ts'
import { payRange } from '../../../words/figures.ts'
import { showSize } from '../../../words/file-size.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { jobWords, postWords } from './words.ts'
import './posts.css'

/** Each field of a post as people read it. The description is shown in its words alone. */
function useSaid(names: PostView['names']) {
  const w = useWords(postWords)
  const jobs = useWords(jobWords)
  const nameOf = useNameOf()
  const figures = useFigures()
  const { language } = useLanguage()
  const named = (key: string, code: string) => (names[key] ? nameOf(names[key]) : code)
  return (field: PostField, of: PostContent): string => {
    switch (field) {
      case 'category':
        return named(`job_category/${of.category}`, of.category)
      case 'work':
        return jobs.kind[of.work]
      case 'headcount':
        return of.headcount === null ? '' : jobs.wanted(of.headcount)
      case 'pay': {
        if (of.pay.from === null) return ''
        const range = payRange(of.pay.from, of.pay.to, language)
        return of.pay.months === 12 ? range : `${range} · ${jobs.months(of.pay.months)}`
      }
      case 'regions':
        return of.regions.map((code) => named(`region/${code}`, code)).join(language === 'en' ? ', ' : '、')
      case 'education':
        return jobs.education[of.education]
      case 'majors':
        return of.majors.length === 0 ? jobs.majorsAny : of.majors.join(language === 'en' ? ', ' : '、')
      case 'description':
        return linesOfRichText(of.description)
      case 'contact': {
        const { name, phone, email, shown } = of.contact
        return [name, phone, email, shown ? w.shownYes : w.shownNo].filter(Boolean).join(' · ')
      }
      case 'attachment':
        return of.attachment ? `${of.attachment.name} · ${showSize(of.attachment.size)}` : ''
      case 'audience':
        return w.audience[of.audience]
      case 'shownOn':
      case 'lastDay': {
        const day = of[field]
        return day === null ? '' : figures.day(day)
      }
      default:
        return of[field]
    }
  }
}

const AttachmentLink = ({ to, children }: { to: string; children: string }) => (
  <a href={to} target="_blank" rel="noopener">
    {children}
  </a>
)

const FIELDS = Object.keys(NEW_POST) as PostField[]

/** What a post says; `without` what its reader is told otherwise, `attachmentAt` where its file is read. */
export function ContentFacts({
  of,
  names,
  attachmentAt,
  without = [],
}: {
  of: PostContent
  names: PostView['names']
  attachmentAt: string
  without?: readonly PostField[]
}) {
  const w = useWords(postWords)
  const said = useSaid(names)
  const shown = (field: PostField) =>
    field === 'attachment' && of.attachment ? (
      <AttachmentLink to={attachmentAt}>{said(field, of)}</AttachmentLink>
    ) : (
      said(field, of)
    )
  return (
    <>
      <Facts
        of={FIELDS.filter((field) => !['description', 'title', ...without].includes(field)).map((field) => [
          w.name[field] ?? field,
          shown(field),
        ])}
      />
      <h3>{w.name.description}</h3>
      <p className="lines">{said('description', of)}</p>
    </>
  )
}

/** What a change would change, before and after; `attachmentAt` where the file is read that is to come. */
export function ContentChanges({
  before,
  after,
  names,
  attachmentAt,
}: {
  before: PostContent
  after: PostContent
  names: PostView['names']
  attachmentAt: string
}) {
  const w = useWords(postWords)
  const said = useSaid(names)
  return (
    <SmallTable<PostField>
      label={w.changes}
      items={changedIn(before, after)}
      keyOf={(field) => field}
      columns={[
        { title: w.field, show: (field) => w.name[field] },
        { title: w.before, show: (field) => <span className="lines">{said(field, before)}</span> },
        {
          title: w.after,
          show: (field) =>
            field === 'attachment' && after.attachment ? (
              <AttachmentLink to={attachmentAt}>{said(field, after)}</AttachmentLink>
            ) : (
              <span className="lines">{said(field, after)}</span>
            ),
        },
      ]}
    />
  )
}
