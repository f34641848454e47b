import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import type { passAgreements } from '../../../contracts/agreements.ts'
import type { passCorrections } from '../../../contracts/corrections.ts'
import type { passDestinations } from '../../../contracts/destinations.ts'
import type { passDissolutions } from '../../../contracts/dissolutions.ts'
import type { publishPosts } from '../../../contracts/posts.ts'
import type { passRecommendations } from '../../../contracts/recommendations.ts'
import { call } from '../../call.ts'
import { TickBar } from '../../ui/tick-bar.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { reviewWords } from './words.ts'
import './batch-pass.css'
import { Note } from '../../ui/note.tsx'
import { confirmed, said } from '../../ui/said.tsx'

export type PassEndpoint =
  | typeof passAgreements
  | typeof passDissolutions
  | typeof passDestinations
  | typeof passCorrections
  | typeof passRecommendations
  | typeof publishPosts
export type Chosen<Row> = ReadonlyMap<string, Row>
type Props<Row> = {
  endpoint: PassEndpoint
  /** What may be ticked on the page shown. */
  tickable: readonly Row[]
  chosen: Chosen<Row>
  nameOf: (row: Row) => string
  onChoose: (chosen: Chosen<Row>) => void
}

/** Passes what is ticked, after a look at the list of it; what could not be passed is named with the reason. */
export function BatchPass<Row extends { id: string; version: number }>({
  endpoint,
  tickable,
  chosen,
  nameOf,
  onChoose,
}: Props<Row>) {
  const w = useWords(reviewWords)
  const ui = useWords(uiWords)
  const school = useMySchool()
  const client = useQueryClient()
  const pass = useMutation({
    mutationFn: (rows: readonly Row[]) =>
      call(endpoint, {
        params: { school },
        body: { items: rows.map(({ id, version }) => ({ id, seenVersion: version })) },
      }),
    onSuccess: async ({ results }) => {
      const passed = results.filter((result) => result.passed).length
      said[passed === results.length ? 'success' : 'warning'](w.result(passed, results.length - passed))
      onChoose(new Map())
      await client.invalidateQueries()
    },
  })
  const ticked = tickable.filter(({ id }) => chosen.has(id)).length
  const tickAll = (on: boolean) => {
    const next = new Map(chosen)
    for (const row of tickable) on ? next.set(row.id, row) : next.delete(row.id)
    onChoose(next)
  }
  const confirm = async () => {
    const isSure = await confirmed({
      title: w.passTitle(chosen.size),
      content: (
        <ul className="chosen">
          {[...chosen.values()].map((row) => (
            <li key={row.id}>{nameOf(row)}</li>
          ))}
        </ul>
      ),
      okText: w.ok,
      cancelText: ui.cancel,
    })
    if (isSure) pass.mutate([...chosen.values()])
  }
  const failed = pass.data?.results.filter((result) => !result.passed) ?? []
  const named = new Map(pass.variables?.map((row) => [row.id, nameOf(row)]))
  return (
    <>
      {tickable.length > 0 && (
        <div className="batch">
          <Checkbox
            checked={ticked === tickable.length}
            indeterminate={ticked > 0 && ticked < tickable.length}
            onChange={({ target }) => tickAll(target.checked)}
          >
            {w.selectPage}
          </Checkbox>
        </div>
      )}
      {chosen.size > 0 && (
        <TickBar text={w.chosen(chosen.size)}>
          <Button onClick={() => onChoose(new Map())}>{w.chooseNone}</Button>
          <Button type="primary" loading={pass.isPending} onClick={confirm}>
            {w.pass(chosen.size)}
          </Button>
        </TickBar>
      )}
      <ProblemNote error={pass.error} />
      {failed.map(({ id, title }) => (
        <Note below={8} key={id} type="warning" title={named.get(id)} description={title} />
      ))}
    </>
  )
}
