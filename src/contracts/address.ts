import type { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

/** What was only read may be sent on. */
type Deep<T> = T extends (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Deep<T[K]> }
    : T
type Part<E extends Endpoint, Name extends 'params' | 'querystring' | 'body'> = E['schema'] extends {
  readonly [N in Name]: infer Schema extends z.ZodType
}
  ? Deep<z.input<Schema>>
  : never
/** Needed, may be left out because all of it may, or not taken at all. */
type Given<Name extends string, Value> = [Value] extends [never]
  ? { readonly [N in Name]?: undefined }
  : Record<never, never> extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value }

/** What an endpoint is asked with, as its contract says: a wrong name or type does not compile. */
export type Input<E extends Endpoint> = Given<'params', Part<E, 'params'>> &
  Given<'query', Part<E, 'querystring'>> &
  Given<'body', Part<E, 'body'>>
/** The argument itself, which may be left out where nothing need be given. */
export type InputOf<E extends Endpoint> =
  Record<never, never> extends Input<E> ? [input?: Input<E>] : [input: Input<E>]
export type Output<E extends Endpoint> = E['schema']['response'][200] extends z.ZodType
  ? z.output<E['schema']['response'][200]>
  : never

/** What any endpoint may be sent, right or wrong: for what has no contract to keep to, such as tests that send nonsense. */
export type Anything = {
  readonly params?: object | undefined
  readonly query?: object | undefined
  readonly body?: unknown
}

/** The address of an endpoint with its parameters filled in. */
export function addressOf({ url }: Endpoint, { params = {}, query = {} }: Anything = {}): string {
  const values = new Map<string, unknown>(Object.entries(params))
  const path = url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name) ?? '')))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  const text = search.toString()
  return text ? `${path}?${text}` : path
}
