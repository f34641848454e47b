import { Checkbox } from 'antd'
import { useWords } from '../../words/language.tsx'
import { reviewWords } from './words.ts'

type Props = { open: boolean; toggle: (open: boolean) => void; isOn: boolean; turn: (on: boolean) => void }

/** The keys of a queue, and where they are turned off (WCAG 2.1.4). */
export function KeyHelp({ open, toggle, isOn, turn }: Props) {
  const w = useWords(reviewWords).keys
  return (
    <details className="key-help" open={open} onToggle={({ currentTarget }) => toggle(currentTarget.open)}>
      <summary aria-label={w.title} title={w.title}>
        ?
      </summary>
      <div className="key-list">
        <strong>{w.title}</strong>
        <dl>
          {w.list.map(([keys, what]) => (
            <div key={what}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <Checkbox checked={isOn} onChange={({ target }) => turn(target.checked)}>
          {w.on}
        </Checkbox>
      </div>
    </details>
  )
}
