import { z } from 'zod'
import { MESSAGE_FAULTS, MESSAGE_STATES } from '../domain/message/delivery.ts'
import { instant, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'
import { channel } from './message-channels.ts'
import { secret } from './typed.ts'

const tags = ['messages']

const ways = z.object({
  channels: z.array(
    z.object({
      channel,
      /** The school sends by it now. */
      isOffered: z.boolean(),
      allowedSince: instant.nullable(),
      /** False where the number on the roster is another than the one that was confirmed: nothing is sent. */
      stands: z.boolean(),
    }),
  ),
  /** Masked; empty where there is none. */
  mobile: z.string(),
  /** What became of the code that was sent last, for as long as it would be waited for. */
  code: z
    .object({
      sentAt: instant,
      state: z.enum(MESSAGE_STATES),
      fault: z.enum(MESSAGE_FAULTS).nullable(),
    })
    .nullable(),
})

export const getOwnChannels = {
  method: 'GET',
  url: '/api/schools/:school/my/message-channels',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'By which ways one is told beside the inbox',
    params: schoolParams,
    response: { 200: ways },
  },
} as const satisfies Endpoint

export const askPhoneCode = {
  method: 'POST',
  url: '/api/schools/:school/my/message-channels/send-code',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Send a code to one’s mobile number; codes before it open nothing',
    params: schoolParams,
    response: { 200: ways },
  },
} as const satisfies Endpoint

/** Text messages go to a number that was confirmed: `code` is what was sent there, and of WeChat empty. */
export const allowMessages = {
  method: 'POST',
  url: '/api/schools/:school/my/message-channels/allow',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Allow one of these ways',
    params: schoolParams,
    body: z.object({ channel, digits: z.union([z.literal(''), secret]).default('') }),
    response: { 200: ways },
  },
} as const satisfies Endpoint

export const stopMessages = {
  method: 'POST',
  url: '/api/schools/:school/my/message-channels/stop',
  config: { access: 'student' },
  schema: {
    tags,
    summary: 'Allow it no more; the inbox has everything as before',
    params: schoolParams,
    body: z.object({ channel }),
    response: { 200: ways },
  },
} as const satisfies Endpoint
