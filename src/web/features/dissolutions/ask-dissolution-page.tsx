import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { getAgreement } from '../../../contracts/agreements.ts'
import { getDissolutionOffer } from '../../../contracts/dissolutions.ts'
import { ask } from '../../call.ts'
import { useMe } from '../../ui/shell.tsx'
import { WhyNot } from '../../ui/why-not.tsx'
import { useWords } from '../../words/language.tsx'
import { AskForm } from './ask-form.tsx'
import { LawNotice } from './law-notice.tsx'
import { useRuleSentences } from './school-rules.ts'

/** 申请解约: 解约须知 and the school's rules first, then the request. */
export function AskDissolutionPage() {
  const params = useParams({ strict: false }) as { school: string; id: string }
  const words = useWords()
  const w = words.dissolution
  const router = useRouter()
  const sentences = useRuleSentences()
  const { portal } = useMe()
  const { data: offer } = useSuspenseQuery({
    ...ask(getDissolutionOffer, { params }),
    refetchOnWindowFocus: false,
  })
  const { agreement, employerName, student, rules, breaches, reasons, grounds } = offer
  const isOpenAlready = reasons.some(({ code }) => code === 'dissolution-open')
  return (
    <>
      <div className="actions">
        <Button onClick={() => router.history.back()}>{words.back}</Button>
        {isOpenAlready && <OpenRequest params={params} />}
      </div>
      <h1>{w.form.title}</h1>
      <p>{w.form.of(agreement.number, employerName, `${student.name} ${student.studentNumber}`)}</p>
      <WhyNot title={grounds.length > 0 ? w.form.onlyByLaw : w.form.cannot} reasons={reasons} />
      <section className="card">
        <h2>{w.law.title}</h2>
        <LawNotice penalty={offer.penalty} />
        <h2>{w.rules.title}</h2>
        <ul className="law">
          {[
            ...sentences(rules, agreement.kind),
            ...(portal === 'student' ? [w.rules.breaches(breaches)] : []),
          ].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {grounds.length > 0 && <AskForm params={params} agreement={agreement} grounds={grounds} />}
    </>
  )
}

/** Who comes second finds the request of who came first, to answer it (`domain.md` §5.5). */
function OpenRequest({ params }: { params: { school: string; id: string } }) {
  const words = useWords()
  const { portal } = useMe()
  const { data } = useQuery(ask(getAgreement, { params }))
  if (!data?.dissolution) return null
  return (
    <Link
      to={`/${portal}/dissolutions/$school/$id` as '/student/dissolutions/$school/$id'}
      params={{ ...params, id: data.dissolution.id }}
    >
      <Button type="primary">{words.dissolution.form.openElsewhere}</Button>
    </Link>
  )
}
