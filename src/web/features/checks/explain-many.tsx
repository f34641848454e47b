import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../contracts/address.ts'
import { type CheckRow, explainChecks } from '../../../contracts/checks.ts'
import { call } from '../../call.ts'
import { Note } from '../../ui/note.tsx'
import { TickBar } from '../../ui/tick-bar.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { checkWords } from './words.ts'

type Props = {
  chosen: ReadonlyMap<string, CheckRow>
  onChoose: (chosen: ReadonlyMap<string, CheckRow>) => void
}
type Result = Output<typeof explainChecks>['results'][number] & { readonly name: string }

/** Those that are ticked, in the same words; what could not be done is named with the reason. */
export function ExplainMany({ chosen, onChoose }: Props) {
  const w = useWords(checkWords)
  const { title, notDone, ...words } = w.explainMany
  const school = useMySchool()
  const client = useQueryClient()
  const [left, setLeft] = useState<readonly Result[]>([])
  const explain = async (reason: string) => {
    const rows = [...chosen.values()]
    const body = { reason, items: rows.map(({ id, version }) => ({ id, seenVersion: version })) }
    const { results } = await call(explainChecks, { params: { school }, body })
    const named = new Map(rows.map((row) => [row.id, `${w.rules[row.checkRule].name} ${row.who}`]))
    setLeft(results.filter(({ passed }) => !passed).map((one) => ({ ...one, name: named.get(one.id) ?? '' })))
    onChoose(new Map())
  }
  return (
    <>
      {chosen.size > 0 && (
        <TickBar text={w.ticked(chosen.size)}>
          <Button onClick={() => onChoose(new Map())}>{w.clear}</Button>
          <ActButton
            {...words}
            title={title(chosen.size)}
            kind="primary"
            reason="needed"
            act={explain}
            settled={() => void client.invalidateQueries()}
          />
        </TickBar>
      )}
      {left.length > 0 && <p role="status">{notDone(left.length)}</p>}
      {left.map((one) => (
        <Note below={8} key={one.id} type="warning" title={one.name} description={one.title} />
      ))}
    </>
  )
}
