import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

/**
 * A page asks by a contract and never checks by it: what is typed is checked by the server. So a contract made with zod
 * is given to the site as the plain values it comes to: of an endpoint its method, its address and what it consumes, and
 * constants. A page that wants more, such as a schema, does not build.
 */
export const bareContracts: Plugin = {
  name: 'bare-contracts',
  load: {
    filter: { id: /\/src\/contracts\/[a-z-]+\.ts$/ },
    async handler(id) {
      const code = await this.fs.readFile(id, { encoding: 'utf8' })
      if (!/^import \{ z \} from 'zod'$/m.test(code)) return
      const { href } = pathToFileURL(id)
      const contract: Record<string, unknown> = await import(`${href}?at=${statSync(id).mtimeMs}`)
      return Object.entries(contract)
        .map(([name, value]) => [name, plain(value)] as const)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
        .join('\n')
    },
  },
}

/** A value without what is no data; undefined where nothing is left. */
function plain(value: unknown): unknown {
  if (typeof value === 'function') return undefined
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  if ('_zod' in value) return undefined
  const { schema, ...rest } = value as { schema?: { consumes?: unknown } }
  return Object.fromEntries(
    Object.entries(schema ? { ...rest, schema: { consumes: schema.consumes } } : rest).map(([key, inner]) => [
      key,
      plain(inner),
    ]),
  )
}
