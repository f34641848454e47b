import { z } from 'zod'
import { DUES, type Standing } from '../domain/standing.ts'
import { holder } from './review.ts'

/** Where a case stands, for the one sentence that every list and page says of it. */
export const standingOf = <const Keys extends readonly [string, ...string[]]>(keys: Keys) =>
  z.union([
    z.object({ key: z.enum(keys), by: holder.nullable(), turn: holder, due: z.enum(DUES) }),
    z.object({ key: z.enum(keys), by: holder.nullable(), turn: z.null(), due: z.null() }),
  ]) satisfies z.ZodType<Standing<Keys[number]>>
