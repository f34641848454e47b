import { z } from 'zod'
import { isDay } from '../domain/day.ts'
import { SIDES } from '../domain/lifecycle.ts'
import type { DayWindow } from '../domain/plausible-day.ts'

export const day = z.iso
  .date()
  .refine(isDay)
  .meta({ examples: ['2026-06-30'] })
/** Between which days a day that is given can lie; `http/days-meant.ts` asks for it. */
export const dayWindows = z.registry<{ readonly window: DayWindow }>()
/** A day that somebody gives, and what it says. */
export const dayOf = (window: DayWindow) =>
  z.iso
    .date()
    .refine(isDay)
    .meta({ examples: ['2026-06-30'] })
    .register(dayWindows, { window })
/** An id in the one form in which subjects are built from it, however it was typed. */
export const uuid = z
  .uuid()
  .toLowerCase()
  .meta({ examples: ['01970f3e-5c00-7000-8000-000000000001'] })
/** Several things by their ids, as an address carries them: separated by commas, each once. */
export const uuids = (most: number) =>
  z
    .string()
    .toLowerCase()
    .max(most * 37 - 1)
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})*$/)
    .meta({ examples: ['01970f3e-5c00-7000-8000-000000000001'] })
export const instant = z.iso.datetime().meta({ examples: ['2026-06-30T02:00:00.000Z'] })
export const schoolCode = z
  .string()
  .regex(/^\d{5}$/)
  .meta({ examples: ['99901'] })
/** A school by the ministry's code, with its name in both languages. */
export const schoolNamed = z.object({ code: z.string(), name: z.string(), nameEn: z.string() })
export const schoolParams = z.object({ school: schoolCode })
export const keyParams = z.object({ school: schoolCode, id: uuid })
/** Of what has an address without a school: an employer's, or one's own. */
export const idParams = z.object({ id: uuid })
export const paging = z.object({
  page: z.coerce.number<number | string>().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number<number | string>().int().min(1).max(100).default(20),
})
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), page: z.int(), pageSize: z.int(), total: z.int() })
export const side = z.enum(SIDES)
/** A name out of a code table, in both languages. */
export const named = z.object({ name: z.string(), nameEn: z.string() })
/** Which version of a seal: SHA-256 of its picture, in hex. */
export const sealMark = z.object({ id: z.uuid(), version: z.int(), sha256: z.string() })
export const done = z.object({ done: z.literal(true) })
