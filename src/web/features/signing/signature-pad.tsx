import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import SignaturePad from 'signature_pad'
import { type Point, SHEET } from '../../../domain/signing/drawing.ts'
import { useWords } from '../../words/language.tsx'
import { signingWords } from './words.ts'
import './drawing.css'

type Strokes = readonly (readonly Point[])[]

/** Whole numbers on the sheet, wherever a finger went: as high as wide it would be squeezed, so it stands in the middle. */
function onSheet(of: SignaturePad, { width, height }: DOMRect): Strokes {
  const scale = Math.min(SHEET.width / width, SHEET.height / height)
  const within = (value: number, size: number, most: number) =>
    Math.min(most, Math.max(0, Math.round(value * scale + (most - size * scale) / 2)))
  return of
    .toData()
    .map(({ points }) =>
      points.map(({ x, y }): Point => [within(x, width, SHEET.width), within(y, height, SHEET.height)]),
    )
}

/** To be drawn on by finger, pen or mouse. */
export function SignaturePadField({ id, onDrawn }: { id: string; onDrawn: (strokes: Strokes) => void }) {
  const w = useWords(signingWords).drawing
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>(null)
  const drawn = useRef(onDrawn)
  drawn.current = onDrawn
  useEffect(() => {
    const sheet = canvas.current
    if (!sheet) return
    const box = sheet.getBoundingClientRect()
    const sharp = Math.max(1, window.devicePixelRatio)
    sheet.width = box.width * sharp
    sheet.height = box.height * sharp
    sheet.getContext('2d')?.scale(sharp, sharp)
    const one = new SignaturePad(sheet, { minDistance: 4 })
    one.addEventListener('endStroke', () => drawn.current(onSheet(one, sheet.getBoundingClientRect())))
    pad.current = one
    return () => one.off()
  }, [])
  return (
    <>
      <canvas ref={canvas} id={id} className="signature-pad" role="img" aria-label={w.pad} tabIndex={-1} />
      <Button
        type="text"
        onClick={() => {
          pad.current?.clear()
          onDrawn([])
        }}
      >
        {w.clear}
      </Button>
    </>
  )
}
