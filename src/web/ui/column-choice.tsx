import { Checkbox } from 'antd'
import { useWords } from '../words/language.tsx'
import type { Column } from './data-list.tsx'
import { useKeptChoice } from './kept-choice.ts'
import { useIsNarrow } from './narrow.ts'
import { uiWords } from './words.ts'
import './column-choice.css'

/** A column that can be left out; `spare` is one that is out until it is chosen. */
export type NamedColumn<Row> = Column<Row> & { readonly name: string; readonly spare?: true }

/** Which of the columns are shown, as this person chose on this device, and where that is chosen. */
export const useColumnChoice = <Row,>(of: string, columns: readonly NamedColumn<Row>[]) =>
  useColumns(useKeptChoice(`columns.${of}`), columns)

/** The same, kept wherever `kept` says. */
export function useColumns<Row>(
  [kept, keep]: readonly [kept: string | null, keep: (names: string) => void],
  columns: readonly NamedColumn<Row>[],
) {
  const w = useWords(uiWords)
  const isNarrow = useIsNarrow()
  const usual = columns.filter(({ spare }) => !spare).map(({ name }) => name)
  const names = kept === null ? usual : kept.split(',')
  const toggle = (name: string) =>
    keep((names.includes(name) ? names.filter((one) => one !== name) : [...names, name]).join())
  const chooser = !isNarrow && (
    <details className="column-choice">
      <summary>{w.columns}</summary>
      <div className="column-names">
        {columns.map(({ name, title }) => (
          <Checkbox key={name} checked={names.includes(name)} onChange={() => toggle(name)}>
            {title}
          </Checkbox>
        ))}
      </div>
    </details>
  )
  return { shown: columns.filter(({ name }) => names.includes(name)), chooser }
}
