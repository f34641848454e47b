import { z } from 'zod'

/** A field that holds no others, by its path: names within objects, `*` for items of lists and values of records. */
export type Leaf = { readonly path: readonly string[]; readonly schema: z.ZodType }

const known = new WeakMap<z.core.$ZodType, readonly Leaf[]>()

/** Every field of a contract's body, query or parameters, whatever it is wrapped in; a contract is walked through once. */
export function leavesOf(schema: z.core.$ZodType): readonly Leaf[] {
  const leaves = known.get(schema) ?? walk(schema, [])
  known.set(schema, leaves)
  return leaves
}

function walk(schema: z.core.$ZodType, path: readonly string[]): Leaf[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, inner]) => walk(inner, [...path, name]))
  if (schema instanceof z.ZodArray) return walk(schema.element, [...path, '*'])
  if (schema instanceof z.ZodRecord) return walk(schema.valueType, [...path, '*'])
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => walk(one, path))
  if (schema instanceof z.ZodPipe) return walk(schema.in, path)
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return walk(schema.unwrap(), path)
  if (!(schema instanceof z.ZodType)) throw new Error('a schema that is none of ours')
  return [{ path, schema }]
}

/** What stands at such a path in a value, each by its own path (`items.0.id`). */
export function valuesAt(
  value: unknown,
  [first, ...rest]: readonly string[],
  at: readonly string[] = [],
): { readonly field: string; readonly value: unknown }[] {
  if (first === undefined) return [{ field: at.join('.'), value }]
  if (typeof value !== 'object' || value === null) return []
  const within = Object.entries(value).filter(([name]) => first === '*' || name === first)
  return within.flatMap(([name, inner]) => valuesAt(inner, rest, [...at, name]))
}
