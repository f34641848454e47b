import { useQueries } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { type DissolvableRow, getDissolutionOffer } from '../../../../contracts/dissolutions.ts'
import { ask } from '../../../call.ts'
import { useFigures } from '../../../ui/figures.ts'
import { useNameOf, useWords } from '../../../words/language.tsx'
import { LawNotice } from '../rules/law-notice.tsx'
import { lawWords } from '../rules/law-words.ts'
import { useRuleSentences } from '../rules/school-rules.ts'
import { rulesWords } from '../rules/words.ts'
import { ReasonsForEach } from './reasons-for-each.tsx'
import { severalWords } from './several-words.ts'
import '../rules/law.css'

type Props = {
  rows: readonly DissolvableRow[]
  /** Those whose request is on its way, by the agreement's id. */
  onSent: (ids: readonly string[]) => void
}

/** 申请解约 for several: the notice with its tick, then a reason for each. */
export function AskSeveral({ rows, onSent }: Props) {
  const w = useWords(severalWords)
  const law = useWords(lawWords)
  const [isTicked, setTicked] = useState(false)
  const [isRead, setRead] = useState(false)
  if (isRead) return <ReasonsForEach rows={rows} onSent={onSent} />
  return (
    <>
      <h2>{law.title}</h2>
      <LawNotice kind="online" />
      <TermsOfSeveral rows={rows} />
      <p>
        <Checkbox checked={isTicked} onChange={({ target }) => setTicked(target.checked)}>
          {law.tick}
        </Checkbox>
      </p>
      <Button type="primary" disabled={!isTicked} onClick={() => setRead(true)}>
        {w.toReasons}
      </Button>
    </>
  )
}

/** What was agreed with each, and the rules of each of their schools, before they are asked. */
function TermsOfSeveral({ rows }: { rows: readonly DissolvableRow[] }) {
  const law = useWords(lawWords)
  const rule = useWords(rulesWords)
  const nameOf = useNameOf()
  const sentences = useRuleSentences()
  const figures = useFigures()
  const offers = useQueries({
    queries: rows.map(({ id, school }) => ask(getDissolutionOffer, { params: { school: school.code, id } })),
  })
  const read = rows.flatMap((row, index) => {
    const offer = offers[index]?.data
    return offer ? [{ row, offer }] : []
  })
  const bySchool = new Map(read.map(({ row, offer }) => [nameOf(row.school), offer.rules]))
  return (
    <>
      <ul className="law">
        {read.map(({ row: { id, student }, offer }) => (
          <li key={id}>
            {law.penaltyOf(`${student.name} ${student.studentNumber}`, figures.money(offer.penalty))}
          </li>
        ))}
      </ul>
      {[...bySchool].map(([school, rules]) => (
        <section key={school}>
          <h2>{rule.of(school)}</h2>
          <ul className="law">
            {sentences(rules, 'online', 'employer').map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
