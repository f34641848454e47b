import { InputNumber } from 'antd'
import { useId } from 'react'
import { boothsOf, PLAN_BOUNDS, type Plan } from '../../../domain/fair/plan.ts'
import { useWords } from '../../words/language.tsx'
import { PlanTable } from './floor-plan.tsx'
import { fairWords } from './words.ts'

type Props = { id?: string; value?: Plan; onChange?: (plan: Plan) => void }
const NO_PLAN: Plan = { rows: 0, columns: 0, leftOut: [] }

/** A plan as a school draws it: so many rows of so many booths, and a press leaves one out or brings it back. */
export function PlanField({ id, value = NO_PLAN, onChange }: Props) {
  const w = useWords(fairWords)
  const own = useId()
  const figure = (part: 'rows' | 'columns', fieldId: string) => (
    <span>
      <label htmlFor={fieldId}>{w.name[`plan.${part}`]}</label>
      <InputNumber<number>
        id={fieldId}
        min={PLAN_BOUNDS[part].least}
        max={PLAN_BOUNDS[part].most}
        precision={0}
        value={value[part]}
        onChange={(n) => n !== null && onChange?.({ ...value, [part]: n })}
      />
    </span>
  )
  const press = (booth: string) =>
    onChange?.({
      ...value,
      leftOut: value.leftOut.includes(booth)
        ? value.leftOut.filter((one) => one !== booth)
        : [...value.leftOut, booth],
    })
  return (
    <div>
      <div className="plan-figures">
        {figure('rows', id ?? `${own}rows`)}
        {figure('columns', `${own}columns`)}
        <span role="status">{w.boothCount(boothsOf(value).length)}</span>
      </div>
      <p className="soft">{w.planEditHint}</p>
      <PlanTable
        plan={value}
        show={(booth) => (
          <button
            type="button"
            className="booth-switch"
            aria-label={w.leaveOut(booth)}
            aria-pressed={!value.leftOut.includes(booth)}
            onClick={() => press(booth)}
          >
            {booth}
          </button>
        )}
      />
    </div>
  )
}
