import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getDissolutionOffer } from '../../../../contracts/dissolutions.ts'
import { ask } from '../../../call.ts'
import { BackButton } from '../../../ui/back-button.tsx'
import { useWords } from '../../../words/language.tsx'
import { useMe } from '../../accounts/me.ts'
import { useKey } from '../../cases/key.ts'
import { WhyNot } from '../../cases/why-not.tsx'
import { OpenRequestOf } from '../lists/open-request.tsx'
import { LawNotice } from '../rules/law-notice.tsx'
import { lawWords } from '../rules/law-words.ts'
import { useRuleSentences } from '../rules/school-rules.ts'
import { rulesWords } from '../rules/words.ts'
import { AskForm } from './ask-form.tsx'
import { askingWords } from './words.ts'
import '../rules/law.css'

/** 申请解约: 解约须知 and the school's rules first, then the request. */
export function AskDissolutionPage() {
  const params = useKey()
  const w = useWords(askingWords)
  const law = useWords(lawWords)
  const rule = useWords(rulesWords)
  const sentences = useRuleSentences()
  const { portal } = useMe()
  const side = portal === 'employer' ? 'employer' : 'student'
  const { data: offer } = useSuspenseQuery({
    ...ask(getDissolutionOffer, { params }),
    refetchOnWindowFocus: false,
  })
  const { agreement, employerName, student, rules, breaches, reasons, grounds } = offer
  /** The last offer that was open: where the other side has asked meanwhile, what was typed stays to be read. */
  const [lastOpen, setLastOpen] = useState(offer)
  const isOpen = grounds.length > 0
  if (isOpen && lastOpen !== offer) setLastOpen(offer)
  const isAskedAlready = reasons.some(({ code }) => code === 'dissolution-open')
  return (
    <>
      <div className="actions">
        <BackButton list={`/${side}/dissolutions`} />
      </div>
      <h1>{w.title}</h1>
      <p>{w.of(agreement.number, employerName, `${student.name} ${student.studentNumber}`)}</p>
      {isAskedAlready && (
        <p>
          <OpenRequestOf params={params} portal={side} />
        </p>
      )}
      <WhyNot
        title={isOpen ? w.onlyByLaw : w.cannot}
        reasons={reasons.filter(({ code }) => code !== 'dissolution-open')}
      />
      <section className="card">
        <h2>{law.title}</h2>
        <LawNotice notice={offer.notice} penalty={offer.penalty} />
        <h2>{rule.title}</h2>
        <ul className="law">
          {[
            ...sentences(rules, agreement.kind, side),
            ...(breaches !== null ? [rule.breaches(breaches)] : []),
          ].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {lastOpen.grounds.length > 0 && (
        <AskForm params={params} side={side} offer={lastOpen} isClosed={!isOpen} />
      )}
    </>
  )
}
