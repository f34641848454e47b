/** One who waits. */
export type Waiting = { readonly go: () => void; readonly refuse: () => void }

/**
 * A line in which those from one place stand behind each other and the places take turns, so that a thousand from one do
 * not stand before one from another.
 */
export function fairLine() {
  /** In the order in which the places come up. */
  const places = new Map<string, Waiting[]>()
  let length = 0

  const leave = (place: string, one: Waiting) => {
    const line = places.get(place)
    const index = line?.indexOf(one) ?? -1
    if (!line || index === -1) return
    line.splice(index, 1)
    length--
    if (line.length === 0) places.delete(place)
  }

  return {
    length: () => length,
    join(place: string, one: Waiting) {
      const line = places.get(place)
      if (line) line.push(one)
      else places.set(place, [one])
      length++
    },
    leave,
    /** Takes out who comes next; undefined when nobody waits. */
    next(): Waiting | undefined {
      const [up] = places
      if (!up) return undefined
      const [place, line] = up
      const one = line[0]!
      leave(place, one)
      if (places.delete(place)) places.set(place, line)
      return one
    },
    /** Sends away who came last from the place with the most, for one of `place`; false where that is their own place. */
    makeRoom(place: string): boolean {
      const [most, line] = [...places].reduce((a, b) => (b[1].length > a[1].length ? b : a))
      if (line.length <= (places.get(place)?.length ?? 0) + 1) return false
      const last = line.at(-1)!
      leave(most, last)
      last.refuse()
      return true
    },
  }
}
