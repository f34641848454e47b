import { COUNTED_BY } from '../../../contracts/employers.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useWords } from '../../words/language.tsx'
import { employerWords } from './words.ts'

/** Whose turn a case may be in an employer's lists. */
export type EmployersTurn = keyof typeof COUNTED_BY.dissolutions

/** Narrows a list to whose turn it is. */
export function TurnFilter({
  value,
  onChange,
}: {
  value: EmployersTurn | undefined
  onChange: (turn: EmployersTurn | undefined) => void
}) {
  const w = useWords(employerWords)
  return (
    <ChoiceFilter
      label={w.turn}
      all={w.anyTurn}
      value={value ?? ''}
      onChange={onChange}
      options={Object.values(COUNTED_BY.dissolutions).map(({ turn }) => ({
        value: turn,
        label: w.whose[turn],
      }))}
    />
  )
}
