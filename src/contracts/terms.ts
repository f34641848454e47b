import { z } from 'zod'
import type { AgainstPost } from '../domain/application/against-post.ts'
import { LONGEST } from '../domain/longest.ts'
import { MOST_FEN } from '../domain/money.ts'
import type { DayWindow } from '../domain/plausible-day.ts'
import { STANDARD_CLAUSES, TERM_WARNINGS, type Terms } from '../domain/terms.ts'
import { day, dayOf } from './atoms.ts'
import { code, optionalPrintedLine, phone, printedLine, signingName } from './typed.ts'

const fen = z.int().min(0).max(MOST_FEN)
const shape = {
  jobCategory: z.string().regex(/^\d{2}$/),
  probationDays: z.int().min(0).max(366),
  probationPay: fen,
  regularPay: fen.min(1),
  penalty: fen,
  regionCode: z.string().regex(/^\d{6}$/),
  clauses: z.array(z.enum(STANDARD_CLAUSES)).max(4).default([]),
  contractMonths: z.int().min(1).max(600).nullable().default(null),
  serviceMonths: z.int().min(1).max(600).nullable().default(null),
}

/** The terms as they are typed. Money in fen. */
const typed = (reportBy: DayWindow) =>
  z.object({
    ...shape,
    position: printedLine(LONGEST.position),
    reportBy: dayOf(reportBy),
    regionName: printedLine(LONGEST.position),
    workAddress: optionalPrintedLine(LONGEST.address),
    contactName: signingName,
    contactPhone: phone,
    remarks: z.array(printedLine(LONGEST.remark)).max(10).default([]),
    file: z.object({
      method: z.string().regex(/^[a-z_]{1,30}$/),
      receiver: optionalPrintedLine(LONGEST.organisation),
      address: optionalPrintedLine(LONGEST.address),
      postcode: z.union([z.literal(''), code().regex(/^\d{6}$/)]).default(''),
      contactName: optionalPrintedLine(LONGEST.personName),
      contactPhone: z.union([z.literal(''), phone]).default(''),
    }),
    household: z.object({ accepted: z.boolean(), address: optionalPrintedLine(LONGEST.address) }),
    benefits: optionalPrintedLine(LONGEST.benefits),
    housing: optionalPrintedLine(LONGEST.address),
  }) satisfies z.ZodType<Terms>
/** Of an invitation or an amendment: what is to come. */
export const typedTerms = typed('ahead')
/** Copied from a paper, which may have been signed a while ago. */
export const paperTerms = typed('reporting')

/** The terms as they are read: whatever was signed, under the rules of its day. */
export const shownTerms = z.object({
  ...shape,
  position: z.string(),
  reportBy: day,
  regionName: z.string(),
  workAddress: z.string(),
  contactName: z.string(),
  contactPhone: z.string(),
  remarks: z.array(z.string()),
  file: z.object({
    method: z.string(),
    receiver: z.string(),
    address: z.string(),
    postcode: z.string(),
    contactName: z.string(),
    contactPhone: z.string(),
  }),
  household: z.object({ accepted: z.boolean(), address: z.string() }),
  benefits: z.string(),
  housing: z.string(),
}) satisfies z.ZodType<Terms>

export const termChange = z.object({ field: z.string(), before: z.string(), after: z.string() })
export const termWarning = z.enum(TERM_WARNINGS)
/** Where terms say otherwise than the post by which the student came: money in fen. */
export const againstPost = z.discriminatedUnion('code', [
  z.object({ code: z.literal('pay-against-post'), pay: z.int(), from: z.int(), to: z.int() }),
  z.object({ code: z.literal('place-against-post'), place: z.string() }),
]) satisfies z.ZodType<AgainstPost>

/** The terms as an answer carries them: lists of its own. */
export const termsShown = ({ remarks, clauses, ...terms }: Terms): z.output<typeof shownTerms> => ({
  ...terms,
  remarks: [...remarks],
  clauses: [...clauses],
})
