import { useEffect, useRef, useState } from 'react'
import type { PICTURE_FORMS } from '../../../contracts/figures.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useWords } from '../../words/language.tsx'
import type { ChartOption } from './chart-options.ts'
import { draw, pictureOf } from './drawing.ts'
import { SaveButton } from './save-button.tsx'
import { figureWords } from './words.ts'

type PictureForm = (typeof PICTURE_FORMS)[number]
type Props = {
  title: string
  /** All that it shows, for who cannot see it. */
  said: string
  option: ChartOption
  height: number
  /** What is noted of the picture before it is given. */
  onTake: (form: PictureForm) => Promise<unknown>
}

const SAVED_WIDTH = 1_000

/** A picture as wide as its place, drawn again where that changes; beside it the same as a file. */
export function FigureChart({ title, said, option, height, onTake }: Props) {
  const w = useWords(figureWords)
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const sized = new ResizeObserver(() => setWidth(element.clientWidth))
    sized.observe(element)
    return () => sized.disconnect()
  }, [])
  useEffect(() => {
    if (place.current && width > 0) return draw(place.current, option, { width, height })
  }, [option, width, height])
  return (
    <figure className="figure-chart">
      <figcaption>
        <h2>{title}</h2>
        <div className="figure-saves">
          {(['svg', 'png'] as const).map((form) => (
            <SaveButton
              key={form}
              label={w.save[form]}
              done={w.saved}
              save={async () => {
                await onTake(form)
                saveFile(await pictureOf(option, form, { width: SAVED_WIDTH, height }), `${title}.${form}`)
              }}
            />
          ))}
        </div>
      </figcaption>
      <div ref={place} role="img" aria-label={said} className="figure-picture" />
    </figure>
  )
}
