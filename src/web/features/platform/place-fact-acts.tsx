import { useQueryClient } from '@tanstack/react-query'
import { type PlaceFactsPage, savePlaceFacts } from '../../../contracts/places.ts'
import { fenFromYuan, yuanFromFen } from '../../../domain/money.ts'
import { MONTH, type PlaceFactKind } from '../../../domain/place/fact.ts'
import { call } from '../../call.ts'
import { LineField } from '../../ui/line-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { placesWords } from './places-words.ts'

type Row = PlaceFactsPage['items'][number]
type Draft = Readonly<Record<'region' | 'amount' | 'since' | 'until', string>>
const NEW: Draft = { region: '', amount: '', since: '', until: '' }
const draftOf = ({ region, amount, since, until }: Row): Draft => ({
  region,
  amount: amount === null ? '' : yuanFromFen(amount),
  since,
  until: until ?? '',
})

/** A row by hand: a new one, or the amount and the last month of one that is there. */
export function SavePlaceFact({ kind, row }: { kind: PlaceFactKind; row?: Row }) {
  const w = useWords(placesWords)
  const ui = useWords(uiWords)
  const client = useQueryClient()
  const hasAmount = kind === 'minimum-wage'
  const fields = [
    ...(row ? [] : (['region', 'since'] as const)),
    ...(hasAmount ? (['amount'] as const) : []),
    'until' as const,
  ]
  const hints = { region: w.regionHint, amount: '', since: w.monthHint, until: w.untilHint }
  const month = (typed: string) => (MONTH.test(typed.trim()) ? null : w.monthWrong)
  return (
    <ActButton<Draft>
      {...(row ? { ...w.change, title: `${w.change.title} ${row.name} ${row.since}` } : w.add)}
      kind={row ? 'plain' : 'primary'}
      asked={{
        initial: row ? draftOf(row) : NEW,
        names: { region: w.region, amount: w.amount, since: w.since, until: w.until },
        faults: ({ region, amount, since, until }) => ({
          region: region.trim() ? null : ui.needed(w.region),
          since: month(since),
          amount: hasAmount && !fenFromYuan(amount) ? w.amountWrong : null,
          until: until.trim() === '' ? null : month(until),
        }),
        show: (draft, put, at) =>
          fields.map((field) => (
            <LineField
              key={field}
              at={at(field)}
              label={w[field]}
              value={draft[field]}
              most={20}
              {...(hints[field] && { hint: hints[field] })}
              onChange={(text) => put({ [field]: text })}
            />
          )),
      }}
      act={(_reason, { region, amount, since, until }) =>
        call(savePlaceFacts, {
          params: { figure: kind },
          body: {
            rows: [
              {
                region,
                since: since.trim(),
                until: until.trim() || null,
                amount: hasAmount ? fenFromYuan(amount) : null,
                seen: row ? { until: row.until, amount: row.amount } : null,
              },
            ],
          },
        })
      }
      settled={() => client.invalidateQueries()}
    />
  )
}
