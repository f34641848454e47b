import { Button, Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ApplicantRow } from '../../../contracts/applications.ts'
import type { ApplicationStatus } from '../../../domain/application/life.ts'
import type { useListAddress } from '../../ui/list-address.ts'
import { TickBar } from '../../ui/tick-bar.tsx'
import { useTicks } from '../../ui/ticks.ts'
import { useWords } from '../../words/language.tsx'
import { type Address, ApplicantFilters, type Filter } from './applicant-filters.tsx'
import { ResumesButton } from './resumes-button.tsx'
import { type Outcome, SeveralApplicants, SeveralDone } from './several-applicants.tsx'
import { applicationWords } from './words.ts'

/** By which an applicant is chosen for an act on several. */
export type Tick = (row: ApplicantRow) => ReactNode
type Props = {
  address: ReturnType<typeof useListAddress<Address>>
  filter: Filter
  /** All that are shown. */
  items: readonly ApplicantRow[]
  counts: Partial<Record<ApplicationStatus, number>>
  children: (tick: Tick) => ReactNode
}

/** Around the applicants, however they are shown: what narrows them, and the acts on several. */
export function ApplicantsFrame({ address: list, filter, items, counts, children }: Props) {
  const w = useWords(applicationWords)
  const { address, shown, change, isTurning } = list
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [chosen, choose] = useTicks<ApplicantRow>(items, JSON.stringify(shown))
  const toggle = (row: ApplicantRow) => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    choose(next)
  }
  const tick: Tick = (row) => (
    <Checkbox
      aria-label={`${w.select} ${row.applicant.name} ${row.title}`}
      checked={chosen.has(row.id)}
      onChange={() => toggle(row)}
    />
  )
  const { status } = filter
  const meant = status ? (counts[status] ?? 0) : Object.values(counts).reduce((sum, n) => sum + n, 0)
  return (
    <>
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        <ApplicantFilters address={address} counts={counts} change={change} />
        {outcome && <SeveralDone of={outcome} />}
        {meant > 0 && (
          <p>
            <ResumesButton n={meant} label={w.resumes.all(meant)} chosen={{ filter }} />
          </p>
        )}
        {items.length === 0 && (
          <div className="empty">{Object.values(filter).some(Boolean) ? w.noMatch : w.none}</div>
        )}
        {children(tick)}
      </section>
      {chosen.size > 0 && (
        <TickBar text={w.chosen(chosen.size)}>
          <Button onClick={() => choose(new Map())}>{w.chooseNone}</Button>
          <Button onClick={() => choose(new Map(items.map((row) => [row.id, row])))}>{w.selectPage}</Button>
          <ResumesButton
            n={chosen.size}
            label={w.resumes.several(chosen.size)}
            chosen={{
              filter: {},
              items: [...chosen.values()].map(({ id, school }) => ({ id, school: school.code })),
            }}
          />
          <SeveralApplicants
            rows={[...chosen.values()]}
            onDone={(outcome) => {
              setOutcome(outcome)
              choose(new Map())
            }}
          />
        </TickBar>
      )}
    </>
  )
}
