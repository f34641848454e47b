import { z } from 'zod'
import { LONGEST } from '../domain/longest.ts'
import { chosenIn } from '../domain/own-field/chosen.ts'
import {
  FILLED_BY,
  GREATEST_OWN_NUMBER,
  MOST_CHOICES_OF_ONE,
  MOST_OWN_FIELDS,
  MOST_SYNONYMS,
  OWN_LISTS,
  SEEN_BY,
} from '../domain/own-field/field.ts'
import { OWN_CHANGES } from '../domain/own-field/list.ts'
import { STAFF_ROLES } from '../domain/staff.ts'
import { foldText } from '../domain/text.ts'
import { instant, named, pageOf, paging, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { line, optionalLine, optionalText } from './typed.ts'

const tags = ['own fields']

/** By which a value is kept, among those of the product's own columns. */
export const ownKey = z
  .templateLiteral(['own:', z.uuid()])
  .meta({ examples: ['own:01970f3e-5c00-7000-8000-000000000001'] })

/** A field that a list can be narrowed by, with what can be chosen in it; no choices where it can not. */
export const ownColumn = named.extend({
  key: ownKey,
  choices: z.array(named.extend({ value: z.string() })),
})
export type OwnColumn = z.infer<typeof ownColumn>
/** What is chosen in them (`domain/own-field/chosen.ts`). */
export const ownChosen = optionalText(LONGEST.ownChosen).refine((text) => chosenIn(text) !== null)

const bound = z.number().min(-GREATEST_OWN_NUMBER).max(GREATEST_OWN_NUMBER).nullable()
const isOneOfEach = (texts: readonly string[]) => new Set(texts.map(foldText)).size === texts.length

/** What a field takes; bounds of a number are included, null is none. */
export const ownTakes = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), most: z.int().min(1).max(LONGEST.reason) }),
  z
    .object({ kind: z.literal('number'), least: bound, greatest: bound })
    .refine(({ least, greatest }) => least === null || greatest === null || least <= greatest, {
      path: ['greatest'],
    }),
  z.object({ kind: z.literal('day') }),
  z.object({
    kind: z.literal('choice'),
    choices: z.array(line(LONGEST.position)).min(2).max(MOST_CHOICES_OF_ONE).refine(isOneOfEach),
  }),
  z.object({ kind: z.literal('yes-no') }),
])

const definition = {
  name: line(LONGEST.fieldName),
  nameEn: optionalLine(LONGEST.fieldName),
  /** As others head its column in their files. */
  synonyms: z.array(line(LONGEST.position)).max(MOST_SYNONYMS).default([]),
  takes: ownTakes,
  required: z.boolean(),
  seenBy: z.enum(SEEN_BY),
  /** Of a destination; a roster is filled in by the school. */
  filledBy: z.enum(FILLED_BY).default('staff'),
  /** Of a destination: the codes of the categories that ask for it; none named, all. */
  categories: z
    .array(z.string().regex(/^\d{2,4}$/))
    .max(MOST_OWN_FIELDS)
    .default([]),
  isEnded: z.boolean().default(false),
}
export const ownField = z.object({ ...definition, key: ownKey })
export type OwnFieldView = z.infer<typeof ownField>

const list = z.enum(OWN_LISTS)
const ownList = z.object({
  /** Whoever saves names the one they have read. */
  version: z.int(),
  fields: z.array(ownField),
  /** Those that something was said in: they are ended, and not deleted. */
  filled: z.array(ownKey),
  /** By whom and when it was changed last. */
  changed: z.object({ at: instant, by: z.string() }).nullable(),
})
const ownLists = z.object({
  /** Whether the reader may. */
  mayChange: z.boolean(),
  changedBy: z.array(z.enum(STAFF_ROLES)),
  roster: ownList,
  destination: ownList,
  /** Of destinations that are registered or declared. */
  categories: z.array(named.extend({ code: z.string() })),
})
export type OwnLists = z.infer<typeof ownLists>

export const listOwnFields = {
  method: 'GET',
  url: '/api/schools/:school/own-fields',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The school’s own fields of its roster and of its destinations, ended ones among them',
    params: schoolParams,
    response: { 200: ownLists },
  },
} as const satisfies Endpoint

/** The whole list in its order: what it lacks is deleted, refused with `field-in-use` where something was said in it. */
export const saveOwnFields = {
  method: 'PUT',
  url: '/api/schools/:school/own-fields',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Say which fields of its own a school has on its roster, or on its destinations',
    params: schoolParams,
    body: z.object({
      list,
      version: z.int().min(1),
      /** Of a new one the key is null. */
      fields: z.array(z.object({ ...definition, key: ownKey.nullable() })).max(MOST_OWN_FIELDS),
    }),
    response: { 200: ownLists },
  },
} as const satisfies Endpoint

export const listOwnFieldChanges = {
  method: 'GET',
  url: '/api/schools/:school/own-fields/changes',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'What was changed about the own fields, by whom and when, newest first; out of the journal',
    params: schoolParams,
    querystring: paging,
    response: {
      200: pageOf(
        z.object({
          id: z.string(),
          list,
          at: instant,
          by: z.string(),
          changes: z.array(z.object({ name: z.string(), what: z.enum(OWN_CHANGES) })),
        }),
      ),
    },
  },
} as const satisfies Endpoint
