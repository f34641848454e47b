/**
 * Whoever asks for a thing while it is being made gets the same: of a hundred who open one list together, one is read from the
 * database. Nothing is kept beyond that, so what is withdrawn is gone for whoever asks next. An error is everybody's who waits.
 */
export function onceAtATime<T>(): (key: string, make: () => Promise<T>) => Promise<T> {
  const making = new Map<string, Promise<T>>()
  return (key, make) => {
    const known = making.get(key)
    if (known) return known
    const made = make().finally(() => making.delete(key))
    making.set(key, made)
    return made
  }
}
