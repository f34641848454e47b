import { z } from 'zod'
import { isPhone } from '../domain/identifiers.ts'
import { STANDARD_CLAUSES, TERM_WARNINGS, type Terms } from '../domain/terms.ts'
import { day } from './atoms.ts'

const line = (most: number) => z.string().trim().min(1).max(most)
const optionalLine = (most: number) => z.string().trim().max(most).default('')
const fen = z.int().min(0).max(9_999_999_999)
const phone = z.string().trim().max(40).refine(isPhone)

/** The terms as they cross the wire and as they are stored: one schema for both. Money in fen. */
export const termsSchema = z.object({
  position: line(60),
  jobCategory: z.string().regex(/^\d{2}$/),
  probationDays: z.int().min(0).max(366),
  probationPay: fen,
  regularPay: fen.min(1),
  penalty: fen,
  reportBy: day,
  regionCode: z.string().regex(/^\d{6}$/),
  regionName: line(60),
  workAddress: optionalLine(120),
  contactName: line(50),
  contactPhone: phone,
  remarks: z.array(line(300)).max(10).default([]),
  clauses: z.array(z.enum(STANDARD_CLAUSES)).max(4).default([]),
  file: z.object({
    method: z.string().regex(/^[a-z_]{1,30}$/),
    receiver: optionalLine(100),
    address: optionalLine(120),
    postcode: z
      .string()
      .regex(/^(\d{6})?$/)
      .default(''),
    contactName: optionalLine(50),
    contactPhone: z.union([phone, z.literal('')]).default(''),
  }),
  household: z.object({ accepted: z.boolean(), address: optionalLine(120) }),
  contractMonths: z.int().min(1).max(600).nullable().default(null),
  serviceMonths: z.int().min(1).max(600).nullable().default(null),
  benefits: optionalLine(300),
  housing: optionalLine(100),
}) satisfies z.ZodType<Terms>

export const termChange = z.object({ field: z.string(), before: z.string(), after: z.string() })
export const termWarning = z.enum(TERM_WARNINGS)

/** The terms as an answer carries them: lists of its own. */
export const termsShown = ({ remarks, clauses, ...terms }: Terms): z.output<typeof termsSchema> => ({
  ...terms,
  remarks: [...remarks],
  clauses: [...clauses],
})
