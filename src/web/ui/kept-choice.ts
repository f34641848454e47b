import { useState } from 'react'
import { keepHere, keptHere } from './on-this-device.ts'

/** What was chosen here before, null where nothing was; where nothing may be kept, it lasts as long as the page. */
export function useKeptChoice(name: string): readonly [string | null, (chosen: string) => void] {
  const [chosen, setChosen] = useState(() => keptHere(name))
  const choose = (next: string) => {
    setChosen(next)
    keepHere(name, next)
  }
  return [chosen, choose]
}
