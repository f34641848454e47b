import { readFileSync } from 'node:fs'

/** In megabytes, 0 of a process that has just ended: all that it has in memory, and its share of it where others have the same pages. */
export function memoryOf(pid: number | string): { readonly whole: number; readonly share: number } {
  try {
    const said = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const of = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(said)?.[1] ?? 0) / 1024
    return { whole: of('Rss'), share: of('Pss') }
  } catch {
    return { whole: 0, share: 0 }
  }
}

/** None of a process that has just ended. */
function childrenOf(pid: number | string): string[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  } catch {
    return []
  }
}

/** Megabytes of a process itself and of all its children, now. */
export const memoryWith = (pid: number) => ({
  own: memoryOf(pid).whole,
  children: childrenOf(pid).reduce((sum, child) => sum + memoryOf(child).whole, 0),
})

/** Linux counts in hundredths of a second; of `/proc/<pid>/stat`, after the name: parent, own times, times of children that have ended. */
function statOf(pid: number | string) {
  try {
    const said = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = said
      .slice(said.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, userOfEnded = 0, systemOfEnded = 0] = fields.slice(11, 15)
    return { parent: fields[1]!, own: (user + system) / 100, ended: (userOfEnded + systemOfEnded) / 100 }
  } catch {
    return { parent: 0, own: 0, ended: 0 }
  }
}
export const parentOf = (pid: number): number => statOf(pid).parent

/** Seconds on the processor until now: of a process itself, and of all its children. */
export function processorOf(pid: number): { readonly own: number; readonly children: number } {
  const { own, ended } = statOf(pid)
  return { own, children: childrenOf(pid).reduce((sum, child) => sum + statOf(child).own, ended) }
}

/** The most that a process had, that its children had, and both at one moment; `share` counts what they have in common once. */
export function watchMemory(pid: number) {
  const most = { own: 0, reading: 0, together: 0, share: 0 }
  const look = () => {
    const own = memoryOf(pid)
    const children = childrenOf(pid).map(memoryOf)
    const reading = children.reduce((sum, { whole }) => sum + whole, 0)
    most.own = Math.max(most.own, own.whole)
    most.reading = Math.max(most.reading, reading)
    most.together = Math.max(most.together, own.whole + reading)
    most.share = Math.max(
      most.share,
      children.reduce((sum, { share }) => sum + share, own.share),
    )
  }
  look()
  const beat = setInterval(look, 50)
  return () => {
    clearInterval(beat)
    return most
  }
}
