import { getDevelopment, getFigures, listFigureRows } from '../src/contracts/figures.ts'
import { listToHelp } from '../src/contracts/help.ts'
import type { buildApp } from '../src/server/http/app.ts'
import { visitor } from '../src/server/http/visitor.ts'
import { YEAR } from './export-file.ts'
import { percentile, print, spread } from './load.ts'
import type { Desk } from './many-students.ts'

const ROUNDS = 60
const WARM_UP = 5

type Shown = { readonly app: Awaited<ReturnType<typeof buildApp>>; readonly desks: readonly Desk[] }
type Of = { readonly params: { readonly school: string } }
type Visitor = ReturnType<typeof visitor>

const ASKED: Readonly<Record<string, (by: Visitor, of: Of) => Promise<unknown>>> = {
  'figures: overview': (by, of) => by.call(getFigures, { ...of, query: { year: YEAR } }),
  'figures: overview of a college': (by, of) =>
    by.call(getFigures, { ...of, query: { year: YEAR, college: '03' } }),
  'figures: development': (by, of) => by.call(getDevelopment, { ...of, query: { year: YEAR } }),
  'figures: rows behind one': (by, of) => by.call(listFigureRows, { ...of, query: { year: YEAR } }),
  'help: who has no destination': (by, of) => by.call(listToHelp, { ...of, query: { year: YEAR } }),
}

/** What the office looks at, of one school's year, in a database of its own and in one that others share, asked turn by turn. */
export async function measureFigures(of: { readonly alone: Shown; readonly beside: Shown }): Promise<void> {
  for (const [name, ask] of Object.entries(ASKED)) {
    const times: Readonly<Record<keyof typeof of, number[]>> = { alone: [], beside: [] }
    for (let n = 0; n < ROUNDS; n++)
      for (const key of ['alone', 'beside'] as const) {
        const { app, desks } = of[key]
        const began = performance.now()
        for (const { school, token } of desks) await ask(visitor(app, token), { params: { school } })
        if (n >= WARM_UP) times[key].push(performance.now() - began)
      }
    const ratio = percentile(times.beside, 0.95) / percentile(times.alone, 0.95)
    print(
      name,
      `${spread(times.alone)}  | beside other schools ${spread(times.beside)}: p95 ${ratio.toFixed(2)} times`,
    )
  }
}
