import { useSuspenseQuery } from '@tanstack/react-query'
import { countReferrals, takeReferrals } from '../../../contracts/help.ts'
import { ask, fetchFile } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { FileForPurpose } from '../students/file-for-purpose.tsx'
import { helpWords } from './words.ts'

/** Whom a school may name to the employment services of their home regions: how many have said what, and the list. */
export function Referrals({ year, college }: { year: number; college?: string | undefined }) {
  const { referral: w } = useWords(helpWords)
  const { number } = useFigures()
  const params = { school: useMySchool() }
  const of = { year, ...(college && { college }) }
  const { data } = useSuspenseQuery(ask(countReferrals, { params, query: of }))
  return (
    <>
      <p className="soft">{w.counts(number(data.agreed), number(data.unanswered), number(data.refused))}</p>
      {data.agreed + data.unanswered > 0 && (
        <div className="actions">
          <FileForPurpose
            words={w.take}
            name={`${w.take.label} ${year}.xlsx`}
            get={(asked) => fetchFile(takeReferrals, { params, body: { ...of, ...asked } })}
          />
        </div>
      )}
    </>
  )
}
