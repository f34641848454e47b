import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PORTALS } from '../../domain/portal.ts'

/** As Vite writes it: each part of the site with its file, and the parts that it cannot do without. */
type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>
const ENTRY = 'index.html'

/** A part with all that it imports, but for what the page itself asks for. */
function partsOf(manifest: Manifest, part: string, known = new Set([ENTRY])): string[] {
  if (known.has(part)) return []
  known.add(part)
  const { file, imports = [] } = manifest[part]!
  return [file, ...imports.flatMap((one) => partsOf(manifest, one, known))]
}

/**
 * What a portal's frame is made of, as the `Link` header (RFC 8288) of a page in it: a browser fetches it beside the first
 * script, not after it. Answers null for a page of no portal, and for a site that was built without a manifest.
 */
export function frameScripts(webRoot: string): (url: string) => string | null {
  const path = join(webRoot, '.vite/manifest.json')
  if (!existsSync(path)) return () => null
  const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'))
  const links = new Map<string, string>(
    PORTALS.map((portal) => [
      portal,
      partsOf(manifest, `portals/${portal}.routes.ts`)
        .map((file) => `</${file}>; rel=modulepreload`)
        .join(', '),
    ]),
  )
  return (url) => links.get(url.split(/[/?#]/)[1] ?? '') ?? null
}
