import type { Names } from '../domain/form.ts'
import type { Period, Wish } from '../domain/resume/content.ts'
import type { ResumeSnapshot } from '../domain/resume/snapshot.ts'
import { listedMonth, payRange } from './figures.ts'
import type { Language } from './language.ts'
import type { zh } from './resume.zh.ts'

export type ResumeWords = typeof zh
/** What codes are called: by `<table>/<code>`. */
export type CodeNames = Readonly<Record<string, Names>>

/** An entry under a heading: what it is, when or how well, and what is said of it. */
export type ResumeEntry = { readonly head: string; readonly beside: string; readonly said: string }
/** What is said in one line each stands together (`inline`). */
export type WordedPart = {
  readonly title: string
  readonly entries: readonly ResumeEntry[]
  readonly inline: boolean
}
/** A résumé in one language, ready to be set or shown. What is empty is not there. */
export type WordedResume = {
  readonly title: string
  readonly mark: null
  readonly foot: readonly string[]
  readonly kind: string
  readonly lead: string
  readonly reach: readonly string[]
  readonly parts: readonly WordedPart[]
  /** With `{page}` and `{pages}`. */
  readonly page: string
}

type Of = Pick<ResumeSnapshot, 'education' | 'content' | 'contact'> & { readonly name: string }
type In = { readonly w: ResumeWords; readonly language: Language; readonly names: CodeNames }

const joined = (parts: readonly string[], by: string) => parts.filter(Boolean).join(by)
const entry = (head: string, beside = '', said = ''): ResumeEntry => ({ head, beside, said })

function periodText({ from, to }: Period, { w, language }: In): string {
  const until = to ? listedMonth(to, language) : w.untilNow
  return from ? `${listedMonth(from, language)} – ${until}` : to && until
}

function wishEntries({ category, work, regions, pay }: Wish, { w, language, names }: In): ResumeEntry[] {
  const named = (key: string, code: string) => {
    const name = names[key]
    return name ? (language === 'en' ? name.nameEn : name.name) : code
  }
  const rows: [string, string][] = [
    [w.wish.category, category && named(`job_category/${category}`, category)],
    [w.wish.work, work ? w.work[work] : ''],
    [w.wish.regions, regions.map((code) => named(`region/${code}`, code)).join(w.and)],
    [w.wish.pay, pay === null ? '' : payRange(pay, null, language)],
  ]
  return rows.filter(([, said]) => said).map(([name, said]) => entry(name, '', said))
}

function partsOf(of: Of, within: In): WordedPart[] {
  const { w, language } = within
  const { content, education } = of
  const nameIn = ({ name, nameEn }: Names) => (language === 'en' ? nameEn : name)
  const entries: Readonly<Record<keyof ResumeWords['parts'], readonly ResumeEntry[]>> = {
    wish: wishEntries(content.wish, within),
    education: [
      entry(
        joined([nameIn(education.school), education.college, education.major], ' · '),
        joined([nameIn(education.level), w.graduates(education.graduationYear)], ' · '),
      ),
    ],
    experiences: content.experiences.map((one) =>
      entry(
        joined([one.organisation, one.role, w.experience[one.kind]], ' · '),
        periodText(one, within),
        one.detail,
      ),
    ),
    projects: content.projects.map((one) =>
      entry(joined([one.title, one.role], ' · '), periodText(one, within), one.detail),
    ),
    skills: content.skills.length > 0 ? [entry(content.skills.join(w.and))] : [],
    languages: content.languages.map((one) =>
      entry(joined([one.language, w.level[one.level], one.proof], ' · ')),
    ),
    certificates: content.certificates.map(({ title, month }) =>
      entry(title, month && listedMonth(month, language)),
    ),
    summary: content.summary ? [entry('', '', content.summary)] : [],
  }
  return (Object.keys(entries) as (keyof typeof entries)[])
    .filter((part) => entries[part].length > 0)
    .map((part) => ({ title: w.parts[part], entries: entries[part], inline: part === 'wish' }))
}

/** As it is shown on a page and set on paper. */
export function wordResume(of: Of, within: In): WordedResume {
  const { w, language } = within
  const { education, contact } = of
  const major = education.major
  const level = language === 'en' ? education.level.nameEn : education.level.name
  return {
    title: of.name,
    mark: null,
    foot: [],
    kind: w.title,
    lead: joined([level, major, w.graduates(education.graduationYear)], ' · '),
    reach: contact
      ? [
          ...(contact.phone ? [`${w.phone} ${contact.phone}`] : []),
          ...(contact.email ? [`${w.email} ${contact.email}`] : []),
        ]
      : [],
    parts: partsOf(of, within),
    page: w.page,
  }
}
