import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { caseAddress } from '../../../contracts/case-address.ts'
import { getFair, type OwnStand } from '../../../contracts/fairs.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { Begun } from '../cases/begun.ts'
import { useKey } from '../cases/key.ts'
import { BoothButton } from './booth-button.tsx'
import { useFairSaid } from './fair-said.ts'
import { FloorPlan } from './floor-plan.tsx'
import { fairWords } from './words.ts'

/** The plan of a fair's booths with who stands where: to be changed, and to be printed. */
export function FloorPage() {
  const words = useWords(fairWords)
  const w = words.floor
  const say = useFairSaid()
  const params = useKey()
  const client = useQueryClient()
  const { data: fair } = useSuspenseQuery(ask(getFair, { params }))
  const { content, placed, stands } = fair
  const [moved, move] = useState<{ readonly stand: OwnStand; readonly to: string | null } | null>(null)
  const settled = () => void client.invalidateQueries()
  const entry = ({ entryId, employer }: OwnStand) => (
    <Link to="/school/fair-entries/$school/$id" params={{ school: params.school, id: entryId }}>
      {employer}
    </Link>
  )
  return (
    <>
      <div className="not-printed">
        <BackButton list={caseAddress('school', { kind: 'fair', ...params })} />
      </div>
      <div className="page-head">
        <h1>
          {content.title} · {w.title}
        </h1>
        <div className="page-act not-printed">
          <Button onClick={() => window.print()}>{w.print}</Button>
        </div>
      </div>
      <p>
        {say.when(placed)} · {say.where(placed)}
      </p>
      <p className="soft not-printed">{w.lead}</p>
      <section className="card">
        <FloorPlan
          plan={content.plan}
          stands={stands}
          name={entry}
          onMove={fair.phase === 'over' ? undefined : (stand, to) => move({ stand, to })}
        />
        {moved && (
          <Begun value={{ of: moved.stand.employer, onEnd: () => move(null) }}>
            <BoothButton
              fair={fair}
              of={{ ...moved.stand, id: moved.stand.entryId }}
              to={moved.to}
              settled={settled}
            />
          </Begun>
        )}
      </section>
      <section className="card not-printed">
        <h2>{w.list}</h2>
        {stands.length === 0 ? (
          <div className="empty">{w.nobody}</div>
        ) : (
          <SmallTable<OwnStand>
            label={w.list}
            items={stands}
            keyOf={({ entryId }) => entryId}
            columns={[
              { title: words.booth, show: ({ booth }) => booth },
              { title: words.employer, show: entry },
            ]}
            {...(fair.phase !== 'over' && {
              acts: {
                title: words.placeBooth.label,
                show: (stand) => (
                  <BoothButton fair={fair} of={{ ...stand, id: stand.entryId }} settled={settled} />
                ),
              },
            })}
          />
        )}
      </section>
    </>
  )
}
