import { z } from 'zod'
import { COLOUR_FORM } from '../domain/contrast.ts'
import { LONGEST } from '../domain/longest.ts'
import { MOST_DATES, type SiteContent } from '../domain/public-site.ts'
import { dayOf, schoolCode, schoolNamed, schoolParams, uuid } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { evidenceFile } from './evidence.ts'
import { email, line, optionalLine, pageAddress, phone, search } from './typed.ts'

const tags = ['public site']

const contact = z.object({
  office: optionalLine(LONGEST.organisation),
  officeEn: optionalLine(LONGEST.organisation),
  officePhone: z.union([z.literal(''), phone]),
  officeEmail: email,
  address: optionalLine(LONGEST.address),
  addressEn: optionalLine(LONGEST.address),
  hours: optionalLine(LONGEST.line),
  hoursEn: optionalLine(LONGEST.line),
})

const content = z.object({
  intro: optionalLine(LONGEST.intro),
  introEn: optionalLine(LONGEST.intro),
  contact,
  privacyUrl: pageAddress,
  icp: optionalLine(LONGEST.number),
  police: optionalLine(LONGEST.number),
  dates: z
    .array(
      z.object({
        graduationYear: z.int().min(2000).max(2100),
        day: dayOf('season'),
        event: line(LONGEST.title),
        eventEn: optionalLine(LONGEST.title),
      }),
    )
    .max(MOST_DATES),
}) satisfies z.ZodType<SiteContent>

const colour = z.string().toLowerCase().max(7).regex(COLOUR_FORM).nullable()
const colours = {
  /** Of headings, links and what is pressed; null: the product's own. */
  colour,
  /** Of marks and lines beside it. */
  accent: colour,
}

export const ownSite = content.extend({
  version: z.int(),
  colour: z.string().nullable(),
  accent: z.string().nullable(),
  picture: evidenceFile.nullable(),
  /** Where visitors find it. */
  address: z.string(),
})

export const getOwnSite = {
  method: 'GET',
  url: '/api/schools/:school/site',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'What the school says on its public site',
    params: schoolParams,
    response: { 200: ownSite },
  },
} as const satisfies Endpoint

export const saveOwnSite = {
  method: 'PUT',
  url: '/api/schools/:school/site',
  config: { access: 'administrator' },
  schema: {
    tags,
    summary: 'Change it; colours that cannot be read are refused, and a picture that is none or too heavy',
    params: schoolParams,
    body: content.extend({ ...colours, seenVersion: z.int().min(0), pictureId: uuid.nullable() }),
    response: { 200: ownSite },
  },
} as const satisfies Endpoint

const records = z.object({ icp: z.string(), police: z.string() })
export const getFoot = {
  method: 'GET',
  url: '/api/public/foot',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'What stands at the foot of every public page, and who may be tried in a demo',
    querystring: z.object({ school: schoolCode.optional() }),
    response: {
      200: z.object({
        /** The school whose own host name this is asked by. */
        ofHost: z.string().nullable(),
        contact: z.object({ phone: z.string(), email: z.string() }),
        privacyUrl: z.string(),
        /** The platform's, and the school's where one is named. */
        records: z.array(records),
        demo: z.array(
          z.object({
            portal: z.enum(['student', 'employer', 'school', 'platform']),
            login: z.string(),
            secret: z.string(),
            about: z.string(),
            aboutEn: z.string(),
          }),
        ),
      }),
    },
  },
} as const satisfies Endpoint

export const searchSchools = {
  method: 'GET',
  url: '/api/public/find-schools',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'Schools by a part of their name or by their code; the first of them, and how many there are',
    querystring: z.object({ q: search }),
    response: {
      200: z.object({
        items: z.array(schoolNamed.extend({ suspended: z.boolean() })),
        total: z.int(),
      }),
    },
  },
} as const satisfies Endpoint
