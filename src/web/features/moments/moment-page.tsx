import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { getMoment, type MomentView, momentActs } from '../../../contracts/moments.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { isKept, isToKeep } from '../../../domain/moment/life.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { Timeline } from '../cases/timeline.tsx'
import { MomentState } from './moment-state.tsx'
import { momentWords } from './words.ts'
import './moments.css'

type Acting = { of: MomentView; school: string; settled: () => void }

function RenameButton({ of, school, settled }: Acting) {
  const w = useWords(momentWords)
  return (
    <ActButton<{ name: string }>
      {...w.rename}
      asked={{
        initial: { name: of.name },
        names: { name: w.name },
        faults: ({ name }) => ({ name: name.trim() ? null : w.nameNeeded }),
        show: ({ name }, put, at) => (
          <LineField
            at={at('name')}
            label={w.name}
            value={name}
            most={LONGEST.organisation}
            onChange={(next) => put({ name: next })}
          />
        ),
      }}
      act={(_reason, { name }) =>
        call(momentActs.rename, { params: { school, id: of.id }, body: { seenVersion: of.version, name } })
      }
      settled={settled}
    />
  )
}

function CancelButton({ of, school, settled }: Acting) {
  const w = useWords(momentWords)
  return (
    <ActButton
      {...w.cancel}
      kind="danger"
      act={() =>
        call(momentActs.cancel, { params: { school, id: of.id }, body: { seenVersion: of.version } })
      }
      settled={settled}
    />
  )
}

/** What has become of it, and what can be done with it. */
function Standing({ of }: { of: MomentView }) {
  const w = useWords(momentWords)
  const { said } = useFigures()
  if (isKept(of.status)) return <p>{w.kept}</p>
  if (!isToKeep(of.status)) return <p>{w.cancelled}</p>
  return <p>{new Date(of.at) <= serverNow() ? w.waitsDue : w.waits(said.instant(of.at))}</p>
}

/** One moment: planned, kept with its figures, or cancelled. */
export function MomentPage() {
  const w = useWords(momentWords)
  const { instant } = useFigures()
  const school = useMySchool()
  const { id } = useParams({ from: '/school/moments/$id' })
  const client = useQueryClient()
  const { data: of } = useSuspenseQuery(ask(getMoment, { params: { school, id } }))
  const acting = { of, school, settled: () => void client.invalidateQueries() }
  const page = `/school/moments/${id}`
  const previous = of.previous && (
    <Link to="/school/moments/$id" params={{ id: of.previous.id }}>
      {w.rows.of(of.previous.name, instant(of.previous.at))}
    </Link>
  )
  const facts: [string, ReactNode][] = [
    [w.at, instant(of.at)],
    [w.planner, of.planner],
  ]
  if (of.keptAt !== null)
    facts.push(
      [w.keptAt, instant(of.keptAt)],
      [w.years, of.years.map(w.ofYear).join(' · ')],
      [w.previous, previous ?? w.none],
    )
  return (
    <CasePage
      title={of.name}
      back="/school/moments"
      state={<MomentState of={of.status} />}
      due={`${w.at} ${instant(of.at)}`}
      acts={
        of.actions.length > 0 && (
          <>
            {of.actions.includes('rename') && <RenameButton {...acting} />}
            {of.actions.includes('cancel') && <CancelButton {...acting} />}
          </>
        )
      }
      more={
        isKept(of.status) && (
          <>
            <PlainLink to={`/school/figures?moment=${id}`}>{w.figures}</PlainLink>
            <PlainLink to={`${page}/comparison`}>{w.compare}</PlainLink>
            <PlainLink to={`${page}/report`}>{w.report}</PlainLink>
          </>
        )
      }
      timeline={
        <>
          <h2>{w.history}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      <section className="card">
        <Standing of={of} />
        <Facts of={facts} />
      </section>
    </CasePage>
  )
}
