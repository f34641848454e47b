import { Checkbox } from 'antd'
import { colours } from '../../../looks/tokens.ts'
import { useWords } from '../../words/language.tsx'
import { siteWords } from './words.ts'
import './site.css'

type Props = { id?: string; label: string; value?: string | null; onChange?: (colour: string | null) => void }

/** A colour of the school's own, or the product's. */
export function ColourField({ id, label, value = null, onChange = () => {} }: Props) {
  const w = useWords(siteWords)
  return (
    <div className="colour-field">
      <Checkbox
        checked={value !== null}
        onChange={({ target }) => onChange(target.checked ? colours.pine : null)}
      >
        {w.ownColour}
      </Checkbox>
      {value !== null && (
        <input
          id={id}
          type="color"
          aria-label={label}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </div>
  )
}
