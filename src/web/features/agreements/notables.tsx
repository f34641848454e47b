import type { AgreementView } from '../../../contracts/agreements.ts'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { useAgainstPostText } from '../terms/against-post.tsx'
import { useDoubtText } from '../terms/wage-note.tsx'
import { termsWords } from '../terms/words.ts'
import { agreementWords } from './words.ts'

type Notable = AgreementView['notables'][number]

/** What differs from the usual, for the reviewer to read first; nothing where all is as usual, and for everybody else. */
export function Notables({ of }: { of: readonly Notable[] }) {
  const w = useWords(agreementWords).notable
  const { warning } = useWords(termsWords)
  const { pay, money } = useFigures()
  const doubtText = useDoubtText()
  const againstText = useAgainstPostText()
  if (of.length === 0) return null
  const said = (one: Notable): string => {
    switch (one.code) {
      case 'pay-against-post':
      case 'place-against-post':
        return againstText(one)
      case 'pay-below-minimum':
        return doubtText(one)
      case 'pay-low':
        return w.payLow(pay(one.pay), pay(one.usual))
      case 'penalty-high':
        return w.penaltyHigh(money(one.penalty), pay(one.pay))
      case 'probation-pay-low':
      case 'probation-long':
        return warning[one.code]
      case 'employer-new':
        return w.employerNew
      default:
        return w.times[one.code](one.times)
    }
  }
  return (
    <Note
      below={12}
      type="warning"
      title={w.title}
      description={
        <ul>
          {of.map((one) => (
            <li key={one.code}>{said(one)}</li>
          ))}
        </ul>
      }
    />
  )
}
