import { useQueries } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../../contracts/address.ts'
import { type DissolvableRow, getDissolutionOffer } from '../../../../contracts/dissolutions.ts'
import { ask } from '../../../call.ts'
import { useFigures } from '../../../ui/figures.ts'
import { useNameOf, useWords } from '../../../words/language.tsx'
import { LawNotice } from '../rules/law-notice.tsx'
import { lawWords } from '../rules/law-words.ts'
import { useRuleSentences } from '../rules/school-rules.ts'
import { rulesWords } from '../rules/words.ts'
import { type NoticeVersions, ReasonsForEach } from './reasons-for-each.tsx'
import { severalWords } from './several-words.ts'
import '../rules/law.css'

type Props = {
  rows: readonly DissolvableRow[]
  /** Those whose request is on its way, by the agreement's id. */
  onSent: (ids: readonly string[]) => void
}

type Read = { readonly row: DissolvableRow; readonly offer: Output<typeof getDissolutionOffer> }

/** 申请解约 for several: the notice with its tick, then a reason for each. */
export function AskSeveral({ rows, onSent }: Props) {
  const w = useWords(severalWords)
  const law = useWords(lawWords)
  const [ticked, setTicked] = useState<NoticeVersions>({})
  const [isBegun, setBegun] = useState(false)
  const offers = useQueries({
    queries: rows.map(({ id, school }) => ask(getDissolutionOffer, { params: { school: school.code, id } })),
  })
  const read = rows.flatMap((row, index) => {
    const offer = offers[index]?.data
    return offer ? [{ row, offer }] : []
  })
  const now: NoticeVersions = Object.fromEntries(
    read.map(({ row, offer }) => [row.school.code, offer.notice.version]),
  )
  const isTicked =
    read.length === rows.length && rows.every(({ school: { code } }) => ticked[code] === now[code])
  return (
    <>
      {/* Worded anew while the reasons are typed, a notice comes back above them. */}
      {!(isBegun && isTicked) && (
        <>
          <NoticesOf read={read} />
          <TermsOfSeveral read={read} />
          <p>
            <Checkbox
              checked={isTicked}
              disabled={read.length < rows.length}
              onChange={({ target }) => setTicked(target.checked ? now : {})}
            >
              {law.tick}
            </Checkbox>
          </p>
        </>
      )}
      {isBegun ? (
        <ReasonsForEach rows={rows} ticked={ticked} isTicked={isTicked} onSent={onSent} />
      ) : (
        <Button type="primary" disabled={!isTicked} onClick={() => setBegun(true)}>
          {w.toReasons}
        </Button>
      )}
    </>
  )
}

/** 解约须知 of each of the schools, under its name where there are several. */
function NoticesOf({ read }: { read: readonly Read[] }) {
  const law = useWords(lawWords)
  const nameOf = useNameOf()
  const bySchool = new Map(read.map(({ row, offer }) => [nameOf(row.school), offer.notice]))
  return [...bySchool].map(([school, notice]) => (
    <section key={school}>
      <h2>
        {law.title}
        {bySchool.size > 1 && ` · ${school}`}
      </h2>
      <LawNotice notice={notice} />
    </section>
  ))
}

/** What was agreed with each, and the rules of each of their schools, before they are asked. */
function TermsOfSeveral({ read }: { read: readonly Read[] }) {
  const law = useWords(lawWords)
  const rule = useWords(rulesWords)
  const nameOf = useNameOf()
  const sentences = useRuleSentences()
  const figures = useFigures()
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
