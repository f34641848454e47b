import { SITE_VERSION_HEADER, siteVersionOf } from '../contracts/site-version.ts'

let outdated = false

/** Whether another site is served by now than the one this page is of. */
export const isOutdated = () => outdated

/** Compares this page with what the server says of the site it serves. */
export function hearVersion(headers: Headers): void {
  const served = headers.get(SITE_VERSION_HEADER)
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  const own = siteVersionOf(script?.src ?? '')
  outdated = served !== null && own !== null && served !== own
}
