import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { makeActivationCode, openFirstLogin } from '../../../contracts/activation-codes.ts'
import type { Output } from '../../../contracts/address.ts'
import type { StudentFile } from '../../../contracts/students.ts'
import { call } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { firstLoginWords } from './first-login-words.ts'
import { SpokenCode } from './spoken-code.tsx'
import './first-login.css'

type Made = Output<typeof makeActivationCode>
type Props = { school: string; id: string; of: NonNullable<StudentFile['firstLogin']> }

/** How a student who has still to come can get in, and what the school does where it does not work. */
export function FirstLogin({ school, id, of: { by, lacks, closedAt, codeUntil } }: Props) {
  const w = useWords(firstLoginWords)
  const figures = useFigures()
  const client = useQueryClient()
  const [made, setMade] = useState<Made | null>(null)
  const params = { school, id }
  const settled = () => client.invalidateQueries()
  return (
    <section className="card">
      <h2>{w.title}</h2>
      <Facts
        of={[
          [w.way, w.by[by]],
          [w.state, closedAt ? w.closed(figures.instant(closedAt)) : lacks ? w.lacks[lacks] : w.open],
          [w.code, codeUntil ? w.codeUntil(figures.instant(codeUntil)) : w.noCode],
        ]}
      />
      <p className="soft">{w.hint}</p>
      <div className="first-login-acts">
        {closedAt && (
          <ActButton {...w.reopen} act={() => call(openFirstLogin, { params })} settled={settled} />
        )}
        <ActButton
          {...w.make}
          act={async () => setMade(await call(makeActivationCode, { params }))}
          settled={settled}
        />
      </div>
      <SpokenCode
        code={made?.code}
        title={w.shown}
        hint={made && w.shownHint(figures.said.instant(made.until))}
        written={w.written}
        onDone={() => setMade(null)}
      />
    </section>
  )
}
