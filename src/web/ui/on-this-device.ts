const PREFIX = 'qianyue.'

/** Runs what touches the device's storage; where that is forbidden or full, nothing is kept and nothing breaks. */
function guarded<Result>(touch: () => Result): Result | null {
  try {
    return touch()
  } catch {
    return null
  }
}

/** What was kept here under this name; null where nothing is, or nothing may be. */
export const keptHere = (name: string): string | null =>
  guarded(() => localStorage.getItem(`${PREFIX}${name}`))

/** Whether it could be kept. */
export const keepHere = (name: string, text: string): boolean =>
  guarded(() => {
    localStorage.setItem(`${PREFIX}${name}`, text)
    return true
  }) ?? false

/** Forgets all whose names begin so. */
export function forgetHere(beginning: string): void {
  guarded(() => {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(`${PREFIX}${beginning}`)) localStorage.removeItem(name)
  })
}
