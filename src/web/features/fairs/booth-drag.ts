import { type PointerEvent, useState } from 'react'

/** Pixels from the side of what scrolls within which it goes on by itself. */
const EDGE = 40
/** Pixels by which a finger may stray that taps. */
const STRAY = 6

type Way = { readonly from: string; readonly over: string | null; readonly x: number; readonly y: number }

const boothAt = ({ clientX, clientY }: PointerEvent) =>
  document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-booth]')?.dataset.booth ?? null

/** What is wider than the screen comes to whoever drags to its side. */
function scrollAlong({ currentTarget, clientX }: PointerEvent) {
  const scroller = currentTarget.closest('.floor')
  if (!scroller) return
  const { left, right } = scroller.getBoundingClientRect()
  if (clientX < left + EDGE) scroller.scrollLeft -= EDGE / 4
  if (clientX > right - EDGE) scroller.scrollLeft += EDGE / 4
}

/**
 * What stands at a booth is dragged to another by mouse, pen or finger, held by its grip. `onMove` is told both; `to` is null where
 * the grip was only tapped.
 */
export function useBoothDrag(onMove: (from: string, to: string | null) => void) {
  const [way, setWay] = useState<Way | null>(null)
  const grip = (from: string) => ({
    onPointerDown: (event: PointerEvent) => {
      if (!event.isPrimary || event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      setWay({ from, over: null, x: event.clientX, y: event.clientY })
    },
    onPointerMove: (event: PointerEvent) => {
      if (!way) return
      const isTap = Math.hypot(event.clientX - way.x, event.clientY - way.y) < STRAY
      if (way.over === null && isTap) return
      scrollAlong(event)
      setWay({ ...way, over: boothAt(event) ?? '' })
    },
    onPointerUp: () => {
      setWay(null)
      if (!way) return
      if (way.over === null) onMove(from, null)
      else if (way.over !== '' && way.over !== from) onMove(from, way.over)
    },
    onPointerCancel: () => setWay(null),
  })
  return { from: way?.from ?? null, over: way?.over || null, grip }
}
