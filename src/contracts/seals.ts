import { z } from 'zod'
import { SEAL_CHOICES, SEAL_MADE } from '../domain/seal/seal.ts'
import { idParams, instant, keyParams, pageOf, paging, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'

const tags = ['seals']

const seal = z.object({
  id: z.uuid(),
  version: z.int(),
  made: z.enum(SEAL_MADE),
  /** That a drawn one bears. */
  name: z.string().nullable(),
  /** Of the picture, in hex; null where there is none from then on. */
  sha256: z.string().nullable(),
  setBy: z.string(),
  setAt: instant,
})
export type SealVersion = z.infer<typeof seal>

/** With a page of all versions, newest first. */
const ownSeal = pageOf(seal).extend({
  /** The version in use; null where there is none. */
  current: seal.nullable(),
  /** That one drawn now would bear. */
  name: z.string(),
  /** Whether the reader may set another. */
  mayChange: z.boolean(),
})
export type OwnSeal = z.infer<typeof ownSeal>

const picture = z.unknown().meta({ type: 'string', format: 'binary' })
const PICTURES = ['image/png', 'image/svg+xml'] as const
const file = { consumes: ['application/octet-stream'], body: picture } as const
const chosen = z.object({ made: z.enum(SEAL_CHOICES) })

export const employerSeal = {
  get: {
    method: 'GET',
    url: '/api/employer/seal',
    config: { access: 'employer' },
    schema: {
      tags,
      summary: 'The seal that documents of the employer bear, and those before it',
      querystring: paging,
      response: { 200: ownSeal },
    },
  },
  picture: {
    method: 'GET',
    url: '/api/employer/seals/:id',
    config: { access: 'employer' },
    schema: {
      tags,
      summary: 'The picture of one version of it',
      params: idParams,
      produces: PICTURES,
      response: { 200: picture },
    },
  },
  preview: {
    method: 'GET',
    url: '/api/employer/seal/drawn',
    config: { access: 'employer' },
    schema: {
      tags,
      summary: 'A plain round seal with the name of the employer, as it would be drawn now',
      produces: PICTURES,
      response: { 200: picture },
    },
  },
  upload: {
    method: 'POST',
    url: '/api/employer/seal',
    config: { access: 'owner' },
    schema: {
      tags,
      summary: 'Use this picture from now on: a PNG with a transparent ground, which is kept as pixels alone',
      ...file,
      response: { 200: ownSeal },
    },
  },
  choose: {
    method: 'PUT',
    url: '/api/employer/seal',
    config: { access: 'owner' },
    schema: {
      tags,
      summary: 'Use a drawn one from now on, or none; what was signed keeps the seal that it has',
      body: chosen,
      response: { 200: ownSeal },
    },
  },
} as const satisfies Record<string, Endpoint>

export const schoolSeal = {
  get: {
    method: 'GET',
    url: '/api/schools/:school/seal',
    config: { access: 'reviewer' },
    schema: {
      tags,
      summary: 'The seal that documents of the school bear, and those before it',
      params: schoolParams,
      querystring: paging,
      response: { 200: ownSeal },
    },
  },
  picture: {
    method: 'GET',
    url: '/api/schools/:school/seals/:id',
    config: { access: 'reviewer' },
    schema: {
      tags,
      summary: 'The picture of one version of it',
      params: keyParams,
      produces: PICTURES,
      response: { 200: picture },
    },
  },
  preview: {
    method: 'GET',
    url: '/api/schools/:school/seal/drawn',
    config: { access: 'reviewer' },
    schema: {
      tags,
      summary: 'A plain round seal with the name of the school, as it would be drawn now',
      params: schoolParams,
      produces: PICTURES,
      response: { 200: picture },
    },
  },
  upload: {
    method: 'POST',
    url: '/api/schools/:school/seal',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'Use this picture from now on: a PNG with a transparent ground, which is kept as pixels alone',
      params: schoolParams,
      ...file,
      response: { 200: ownSeal },
    },
  },
  choose: {
    method: 'PUT',
    url: '/api/schools/:school/seal',
    config: { access: 'administrator' },
    schema: {
      tags,
      summary: 'Use a drawn one from now on, or none; what was certified keeps the seal that it has',
      params: schoolParams,
      body: chosen,
      response: { 200: ownSeal },
    },
  },
} as const satisfies Record<string, Endpoint>

/** The picture that something of a school bears, for whoever reads it: it is nobody else's to copy. */
const borneBy = <const Url extends string>(url: Url, summary: string) =>
  ({
    method: 'GET',
    url,
    config: { access: 'concerned' },
    schema: { tags, summary, params: keyParams, produces: PICTURES, response: { 200: picture } },
  }) as const satisfies Endpoint

export const borneSeal = {
  employer: borneBy(
    '/api/schools/:school/agreements/:id/employer-seal',
    "The picture of the employer's seal that an agreement bears",
  ),
  agreement: borneBy(
    '/api/schools/:school/agreements/:id/school-seal',
    "The picture of the school's seal that an agreement bears",
  ),
  dissolving: borneBy(
    '/api/schools/:school/dissolutions/:id/dissolving-seal',
    "The picture of the school's seal that the certificate of an open request bears",
  ),
  dissolved: borneBy(
    '/api/schools/:school/dissolutions/:id/dissolved-seal',
    "The picture of the school's seal that the certificate of a dissolution bears",
  ),
  registration: borneBy(
    '/api/schools/:school/destinations/:id/school-seal',
    "The picture of the school's seal that a registration sheet bears",
  ),
  recommendation: borneBy(
    '/api/schools/:school/recommendations/:id/school-seal',
    "The picture of the school's seal that the last edition of a recommendation bears",
  ),
} as const
