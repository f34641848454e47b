import type { DrawingShown } from '../../../contracts/signing.ts'
import { PEN, SHEET } from '../../../domain/signing/drawing.ts'
import './drawing.css'

/** A drawn signature, or the name in its place. */
export function DrawingPicture({ of, label }: { of: DrawingShown; label: string }) {
  if (of.kind === 'typed') return <span className="typed-signature">{of.name}</span>
  return (
    <svg
      className="drawn-signature"
      viewBox={`0 0 ${SHEET.width} ${SHEET.height}`}
      role="img"
      aria-label={label}
    >
      <path d={of.path} strokeWidth={PEN} />
    </svg>
  )
}
