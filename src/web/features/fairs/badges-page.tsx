import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { caseAddress } from '../../../contracts/case-address.ts'
import { getFair } from '../../../contracts/fairs.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { useFairSaid } from './fair-said.ts'
import { fairWords } from './words.ts'
import './fairs.css'

/** 参展证 of a fair, to be printed and cut apart: one for each who comes, or one for an employer that has named nobody. */
export function BadgesPage() {
  const words = useWords(fairWords)
  const w = words.badges
  const say = useFairSaid()
  const params = useKey()
  const { data: fair } = useSuspenseQuery(ask(getFair, { params }))
  const badges = fair.stands.flatMap(({ booth, employer, people }) =>
    (people.length > 0 ? people : ['']).map((person, place) => ({ booth, employer, person, place })),
  )
  return (
    <>
      <div className="not-printed">
        <BackButton list={caseAddress('school', { kind: 'fair', ...params })} />
        <div className="page-head">
          <h1>{w.title}</h1>
          {badges.length > 0 && (
            <div className="page-act">
              <Button onClick={() => window.print()}>{w.print}</Button>
            </div>
          )}
        </div>
        <p className="soft">{w.lead}</p>
      </div>
      <section className="card">
        {badges.length === 0 && <div className="empty">{w.nobody}</div>}
        <ul className="badges" aria-label={w.title}>
          {badges.map(({ booth, employer, person, place }) => (
            <li key={`${booth} ${place}`}>
              <p>{fair.content.title}</p>
              {person && <strong>{person}</strong>}
              <strong>{employer}</strong>
              <p>{words.entries.at(booth)}</p>
              <p className="soft">{say.when(fair.placed)}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
