/** What people type, as contracts take it: the only makers of text fields that are free (`tests/http/typed.test.ts`). */
import { z } from 'zod'
import { normalCode } from '../domain/entered.ts'
import { isHostName, normalHostName } from '../domain/host-name.ts'
import {
  creditCodeProblem,
  isMobileAnywhere,
  isPhone,
  normalCreditCode,
  normalPhone,
} from '../domain/identifiers.ts'
import { normalLogin } from '../domain/login.ts'
import { LONGEST } from '../domain/longest.ts'
import { LOGIN_FORM } from '../domain/membership.ts'
import { hiddenCharacterIn, normalLine, normalText } from '../domain/text.ts'
import { isWebAddress } from '../domain/web-address.ts'

/** Nothing that hides is taken; the rest is brought into the one form in which it is stored, and then measured. */
const seen = (normal: (text: string) => string) =>
  z
    .string()
    .superRefine((text, of) => {
      const hidden = hiddenCharacterIn(text)
      if (hidden) of.addIssue({ code: 'custom', params: { ...hidden }, continue: false })
    })
    .overwrite(normal)

/** Texts that stand in documents: `http/printed-texts.ts` asks whether they can be printed. */
export const printedTexts = z.registry<{ readonly stands: 'in-documents' }>()
const onPaper = <T extends z.ZodType>(schema: T): T => {
  printedTexts.add(schema, { stands: 'in-documents' })
  return schema
}

export const line = (most: number) => seen(normalLine).min(1).max(most)
export const optionalLine = (most: number) => seen(normalLine).max(most).default('')
/** Text of several lines. */
export const text = (most: number) => seen(normalText).min(1).max(most)
export const printedLine = (most: number) => onPaper(line(most))
export const optionalPrintedLine = (most: number) => onPaper(seen(normalLine).max(most)).default('')
export const printedText = (most: number) => onPaper(text(most))
export const optionalPrintedText = (most: number) => onPaper(seen(normalText).max(most)).default('')
export const optionalText = (most: number) => seen(normalText).max(most)

/** Marked up, as an editor gives it: what of it is kept is the server's to say (`announcements/rich-text.ts`). */
export const richText = text(LONGEST.richText)
export const optionalRichText = optionalText(LONGEST.richText)

export const personName = line(LONGEST.personName)
/** Of whoever signs or acts: it stands in documents. */
export const signingName = onPaper(line(LONGEST.personName))
export const organisation = onPaper(line(LONGEST.organisation))
export const search = optionalLine(LONGEST.search)
/** As its owner calls it: nobody types it, so what it may not be is taken out and nothing is refused for it (`domain/file-name.ts`). */
export const fileName = z.string().min(1).max(LONGEST.fileName).meta({ format: 'file-name' })

/** A number that stands for something, however keyboards and spreadsheets write it: half-width capitals without blanks. */
export const code = (most: number = LONGEST.number) => z.string().overwrite(normalCode).min(1).max(most)
export const studentNumber = code()
/** 专业代码, or the empty text where there is none. */
export const majorCode = z
  .string()
  .overwrite(normalCode)
  .max(LONGEST.number)
  .regex(/^[\p{L}\p{N}()/_.-]*$/u)
  .meta({ examples: ['080901'] })
export const creditCode = z
  .string()
  .overwrite(normalCreditCode)
  .max(LONGEST.number)
  .refine((given) => creditCodeProblem(given) === null)
  .meta({ examples: ['91420100MA4BENCH05'] })
const tel = z.string().overwrite(normalPhone).max(LONGEST.number)
export const phone = tel.refine(isPhone)
/** A person's own: mainland, or abroad with `+` and its country's code. */
export const mobile = tel.refine(isMobileAnywhere)
export const emailAddress = z.string().overwrite(normalLine).check(z.email()).max(LONGEST.email)
/** An e-mail address, or the empty text for none. */
export const email = z.union([z.literal(''), emailAddress])

/** Where something of the web is: without what could be a secret, or change what is asked. */
export const webAddress = z
  .string()
  .overwrite(normalLine)
  .max(LONGEST.webAddress)
  .refine(isWebAddress)
  .meta({ examples: ['https://id.example.edu.cn'] })

/** The name that somebody chooses to sign in by. */
export const login = z
  .string()
  .overwrite(normalLogin)
  .max(LONGEST.login)
  .regex(LOGIN_FORM)
  .meta({ examples: ['hr.zhang'] })
/** The address of a page elsewhere, or the empty text for none. */
export const pageAddress = z.union([
  z.literal(''),
  z
    .string()
    .overwrite(normalLine)
    .max(LONGEST.url)
    .check(z.url({ protocol: /^https?$/ })),
])

/** A school's own name on the network, or none. */
export const hostName = z
  .string()
  .overwrite(normalHostName)
  .max(LONGEST.hostName)
  .refine(isHostName)
  .meta({ examples: ['jiuye.example.edu.cn'] })

/** Never shown and never stored as it is: it may hold whatever its owner's keyboard gives. */
export const secret = z.string().min(1).max(LONGEST.secret).meta({ format: 'password' })
/** What nobody types, and opens something once: the answer of a university or of an authenticator. */
export const broughtBack = z.string().min(1).max(LONGEST.broughtBack).meta({ format: 'password' })
