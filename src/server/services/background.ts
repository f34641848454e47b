/** Work that a request has begun and does not wait for: this process does it, and ends it before it ends. */
export type Background = {
  /** What goes wrong in it is the work's own to tell people; here it is logged. */
  begin(work: () => Promise<void>): void
  /** Once all that was begun is over. */
  settled(): Promise<void>
}

export function openBackground(onFault: (fault: Error) => void): Background {
  const running = new Set<Promise<void>>()
  return {
    begin(work) {
      const one = work()
        .catch((error: unknown) => onFault(error instanceof Error ? error : new Error(String(error))))
        .finally(() => running.delete(one))
      running.add(one)
    },
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
