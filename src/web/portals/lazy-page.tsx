import type { RouteComponent } from '@tanstack/react-router'
import { use } from 'react'

/** A part of the program that could not be fetched: the line is broken, or it is gone since an upgrade. */
export class NotFetched extends Error {}

/**
 * A page whose chunk comes when it is opened. Its `preload`, by which the router fetches it, rejects with NotFetched;
 * asked again, it is fetched again.
 */
export function lazyPage<Name extends string>(
  load: () => Promise<Readonly<Record<Name, RouteComponent>>>,
  name: Name,
): RouteComponent {
  let page: RouteComponent | null = null
  let coming: Promise<void> | null = null
  const fetch = async () => {
    try {
      page = (await load())[name]
    } catch (cause) {
      throw new NotFetched(name, { cause })
    } finally {
      coming = null
    }
  }
  const preload = () => {
    coming ??= fetch()
    return coming
  }
  function Page() {
    if (!page) use(preload())
    const Here = page
    return Here && <Here />
  }
  return Object.assign(Page, { preload })
}
