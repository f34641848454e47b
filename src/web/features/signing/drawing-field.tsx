import { Radio } from 'antd'
import type { DrawingGiven, DrawingShown } from '../../../contracts/signing.ts'
import type { FieldAt } from '../../ui/field-at.tsx'
import { FieldFault } from '../../ui/field-at.tsx'
import { useWords } from '../../words/language.tsx'
import { DrawingPicture } from './drawing-picture.tsx'
import { SignaturePadField } from './signature-pad.tsx'
import { signingWords } from './words.ts'

type Kind = DrawingGiven['kind'] | 'none'
type Props = {
  given: DrawingGiven | null
  change: (given: DrawingGiven | null) => void
  last: DrawingShown | null
  needed: boolean
  name: string
  at: FieldAt
}

/** The last signature again, one drawn now, or the name in its place. */
export function DrawingField({ given, change, last, needed, name, at }: Props) {
  const w = useWords(signingWords).drawing
  const kinds: readonly Kind[] = [
    ...(needed ? [] : ['none' as const]),
    ...(last ? ['last' as const] : []),
    'drawn',
    'typed',
  ]
  const choose = (kind: Kind) => {
    if (kind === 'none') change(null)
    else change(kind === 'drawn' ? { kind, strokes: [] } : { kind })
  }
  return (
    <fieldset className="framed">
      <legend>{w.title}</legend>
      <Radio.Group
        className="drawing-ways"
        aria-label={w.title}
        value={given?.kind ?? 'none'}
        onChange={({ target }) => choose(target.value)}
        options={kinds.map((kind) => ({ value: kind, label: w.ways[kind] }))}
      />
      {given?.kind === 'last' && last && <DrawingPicture of={last} label={w.lastPicture} />}
      {given?.kind === 'drawn' && (
        <SignaturePadField
          id={at.id}
          onDrawn={(strokes) =>
            change({ kind: 'drawn', strokes: strokes.map((s) => s.map(([x, y]) => [x, y])) })
          }
        />
      )}
      {given?.kind === 'typed' && <DrawingPicture of={{ kind: 'typed', name }} label={name} />}
      <FieldFault of={at} />
    </fieldset>
  )
}
