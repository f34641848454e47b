import type { JobRow } from '../../../contracts/jobs.ts'
import { payRange } from '../../../words/figures.ts'
import { useFigures } from '../../ui/figures.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { jobWords } from '../posts/words.ts'

type Names = Readonly<Record<string, { readonly name: string; readonly nameEn: string }>>
type Job = Pick<JobRow, 'pay' | 'regions' | 'work' | 'education' | 'headcount' | 'lastDay'>

/** What a list says of a post in a line: what it pays, and where, for whom, how many, until when. */
export function useJobSaid(names: Names) {
  const jobs = useWords(jobWords)
  const nameOf = useNameOf()
  const figures = useFigures()
  const { language } = useLanguage()
  const placeOf = (code: string) => {
    const found = names[`region/${code}`]
    return found ? nameOf(found) : code
  }
  return {
    pay: ({ pay }: Pick<Job, 'pay'>) => {
      const range = payRange(pay.from ?? 0, pay.to, language)
      return pay.months === 12 ? range : `${range} · ${jobs.months(pay.months)}`
    },
    facts: ({ regions, work, education, headcount, lastDay }: Job) =>
      [
        regions.map(placeOf).join(language === 'en' ? '; ' : '、'),
        jobs.kind[work],
        jobs.education[education],
        jobs.wanted(headcount),
        jobs.until(figures.day(lastDay)),
      ].join(' · '),
  }
}
