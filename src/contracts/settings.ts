import { z } from 'zod'
import { SETTING_SECTIONS, type SettingName, type SettingSection } from '../domain/settings.ts'
import { STAFF_ROLES } from '../domain/staff.ts'
import { instant, pageOf, paging, schoolParams } from './atoms.ts'
import type { Endpoint } from './endpoint.ts'

const tags = ['schools']
const section = z.enum(Object.keys(SETTING_SECTIONS) as [SettingSection, ...SettingSection[]])
const setting = z.enum(Object.values(SETTING_SECTIONS).flat() as [SettingName, ...SettingName[]])
/** By whom and when it was changed last. */
const changed = z.object({ at: instant, by: z.string() })

export const listSettingSections = {
  method: 'GET',
  url: '/api/schools/:school/settings/sections',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'The sections of the settings: who may change them, and who has changed them last',
    params: schoolParams,
    response: {
      200: z.object({
        /** Whether the reader may. */
        mayChange: z.boolean(),
        changedBy: z.array(z.enum(STAFF_ROLES)),
        items: z.array(z.object({ section, changed: changed.nullable() })),
      }),
    },
  },
} as const satisfies Endpoint

/** As the journal has it: what was lawful then need not be so today. */
const settingValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number()])),
  z.object({ from: z.string(), to: z.string() }),
])
export type SettingValue = z.infer<typeof settingValue>

export const listSettingChanges = {
  method: 'GET',
  url: '/api/schools/:school/settings/changes',
  config: { access: 'staff' },
  schema: {
    tags,
    summary: 'What was changed in the settings, by whom and when, newest first; out of the journal',
    params: schoolParams,
    querystring: paging.extend({ section: section.optional() }),
    response: {
      200: pageOf(
        z.object({
          seq: z.int(),
          ...changed.shape,
          changes: z.array(z.object({ name: setting, before: settingValue, after: settingValue })),
        }),
      ),
    },
  },
} as const satisfies Endpoint
