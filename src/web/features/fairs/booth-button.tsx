import { Select } from 'antd'
import { entryActs } from '../../../contracts/fair-entries.ts'
import type { FairView } from '../../../contracts/fairs.ts'
import { boothsOf } from '../../../domain/fair/plan.ts'
import { call } from '../../call.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { fairWords } from './words.ts'

type Placed = {
  readonly id: string
  readonly version: number
  readonly employer: string
  readonly booth: string | null
}
type Props = {
  fair: Pick<FairView, 'school' | 'stands' | 'content'>
  of: Placed
  /** Where the employer was let go. */
  to?: string | null
  settled: () => void
}
/** Another booth for an employer; whoever stands there has the employer's then. */
export function BoothButton({ fair, of, to = null, settled }: Props) {
  const w = useWords(fairWords)
  const by = new Map(fair.stands.map((stand) => [stand.booth, stand]))
  return (
    <ActButton<{ booth: string }>
      {...w.placeBooth}
      of={of.employer}
      asked={{
        initial: { booth: to ?? '' },
        names: w.name,
        faults: ({ booth }) => ({ booth: booth ? null : w.boothNeeded }),
        show: ({ booth }, put, at) => (
          <div className="placing">
            <p>{w.boothOf(of.booth ?? '', of.employer)}</p>
            <label htmlFor={at('booth').id}>{w.name.booth}</label>
            <Select<string>
              id={at('booth').id}
              showSearch={{ optionFilterProp: 'label' }}
              value={booth || undefined}
              onChange={(next) => put({ booth: next })}
              options={boothsOf(fair.content.plan)
                .filter((one) => one !== of.booth)
                .map((one) => ({ value: one, label: w.boothOf(one, by.get(one)?.employer ?? w.free) }))}
            />
            <FieldFault of={at('booth')} />
          </div>
        ),
      }}
      act={(_reason, { booth }) =>
        call(entryActs.place, {
          params: { school: fair.school.code, id: of.id },
          body: { seenVersion: of.version, booth, insteadOf: by.get(booth)?.entryId ?? null },
        })
      }
      settled={settled}
    />
  )
}
