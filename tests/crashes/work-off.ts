export const USERS = 10

/** So many at once work the queue off, until they find nobody who answers. */
export async function workOff<Work>(all: readonly Work[], work: (one: Work) => Promise<boolean>) {
  const queue = [...all]
  await Promise.all(
    Array.from({ length: USERS }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) if (!(await work(next))) return
    }),
  )
}

/** Calls `strike` once, when this has been called so often. */
export const after = (times: number, strike: () => unknown) => {
  let left = times
  return () => {
    left -= 1
    if (left === 0) strike()
  }
}
