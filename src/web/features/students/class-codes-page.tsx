import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { listNewcomers, makeActivationCodes } from '../../../contracts/activation-codes.ts'
import type { Output } from '../../../contracts/address.ts'
import { ask, call } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { classCodesWords } from './class-codes-words.ts'
import { CodeSlips, type Made } from './code-slips.tsx'
import './class-codes.css'
import './first-login.css'

type Newcomers = Output<typeof listNewcomers>['items'][number]
type MakingProps = { school: string; of: Newcomers; onMade: (made: Made) => void }

function MakeCodes({ school, of: { collegeId, className, waiting, withCode }, onMade }: MakingProps) {
  const w = useWords(classCodesWords)
  const client = useQueryClient()
  const shown = className || w.noClass
  return (
    <ActButton<{ replace: boolean }>
      {...w.make}
      title={w.make.title(shown)}
      asked={{
        initial: { replace: false },
        show: ({ replace }, change) => (
          <Checkbox checked={replace} onChange={({ target }) => change({ replace: target.checked })}>
            {w.replace}
          </Checkbox>
        ),
        missing: ({ replace }) => (waiting === withCode && !replace ? w.allHave : null),
      }}
      act={async (_reason, { replace }) => {
        const body = { collegeId, className, replace }
        onMade({ className: shown, ...(await call(makeActivationCodes, { params: { school }, body })) })
      }}
      settled={() => client.invalidateQueries()}
    />
  )
}

/** The classes in which students have still to come, and codes for them. */
export function ClassCodesPage() {
  const w = useWords(classCodesWords)
  const school = useMySchool()
  const { data } = useSuspenseQuery(ask(listNewcomers, { params: { school } }))
  const [made, setMade] = useState<Made | null>(null)
  if (made) return <CodeSlips of={made} onDone={() => setMade(null)} />
  const colleges = [...new Map(data.items.map(({ collegeId, college }) => [collegeId, college]))]
  return (
    <>
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      {data.items.length === 0 && <p>{w.nobody}</p>}
      {colleges.map(([id, college]) => (
        <section key={id} className="card">
          <h2>{college}</h2>
          <ul className="classes">
            {data.items
              .filter((one) => one.collegeId === id)
              .map((one) => (
                <li key={one.className}>
                  <span>
                    {one.className || w.noClass}
                    <br />
                    <span className="soft">{w.counts(one.waiting, one.withCode)}</span>
                  </span>
                  <MakeCodes school={school} of={one} onMade={setMade} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
