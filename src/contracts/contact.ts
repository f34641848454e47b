import { z } from 'zod'
import { done, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { notificationSettings } from './notifications.ts'
import { email, mobile, secret } from './typed.ts'

const tags = ['accounts']

/** Copies go to it once the link that is sent there was opened; an empty address removes the one there is at once. */
export const changeEmail = {
  method: 'POST',
  url: '/api/me/email',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Change the e-mail address; the old one is told',
    body: z.object({ email, password: secret }),
    response: { 200: notificationSettings },
  },
} as const satisfies Endpoint

export const sendEmailLink = {
  method: 'POST',
  url: '/api/me/email/send-link',
  config: { access: 'person' },
  schema: {
    tags,
    summary: 'Send the link to the address that is not confirmed yet once more; links before it open nothing',
    response: { 200: notificationSettings },
  },
} as const satisfies Endpoint

/** What the link's page asks for when its button is pressed: whoever only fetches the page confirms nothing. */
export const confirmEmail = {
  method: 'POST',
  url: '/api/public/email-confirmations',
  config: { access: 'public' },
  schema: {
    tags,
    summary: 'Confirm an e-mail address by the link that was sent there',
    body: z.object({ token: secret }),
    response: { 200: z.object({ email: z.string() }) },
  },
} as const satisfies Endpoint

export const changePhone = {
  method: 'POST',
  url: '/api/schools/:school/my/phone',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Change the mobile number',
    params: schoolParams,
    body: z.object({ phone: mobile, password: secret }),
    response: { 200: done },
  },
} as const satisfies Endpoint
