/** One of a school's majors (专业), by its code in the national catalogue. */
export type KnownMajor = { readonly code: string; readonly name: string; readonly inUse: boolean }
/** A major as rows of a file name it, and how many of them do. */
export type NamedMajor = { readonly code: string; readonly name: string; readonly rows: number }
/** What a preview says of majors before anything is entered; nothing of it is a fault. */
export type ToldMajors = {
  /** Not in the school's list: added to it as the rows are entered. */
  readonly added: readonly NamedMajor[]
  /** In the list and stopped: entered all the same, and stopped they stay. */
  readonly stopped: readonly NamedMajor[]
}

/** So many of each are named; a file that brings more brings something else than majors in that column. */
const MOST_TOLD = 100

/** `named`: of the rows that would be entered. */
export function tellMajors(named: readonly NamedMajor[], known: readonly KnownMajor[]): ToldMajors {
  const inUse = new Map(known.map((one) => [one.code, one.inUse]))
  const told = (standing: boolean | undefined) =>
    named
      .filter(({ code }) => inUse.get(code) === standing)
      .sort((one, other) => (one.code < other.code ? -1 : 1))
      .slice(0, MOST_TOLD)
  return { added: told(undefined), stopped: told(false) }
}

/** Counts the rows that name each code; of several names the first. Rows without a code name none. */
export function majorsWatch() {
  const named = new Map<string, { code: string; name: string; rows: number }>()
  return {
    see({
      majorCode: code,
      majorName: name = '',
    }: {
      readonly majorCode?: string
      readonly majorName?: string
    }) {
      if (!code) return
      const one = named.get(code)
      if (one) one.rows++
      else named.set(code, { code, name, rows: 1 })
    },
    named: (): readonly NamedMajor[] => [...named.values()],
  }
}
