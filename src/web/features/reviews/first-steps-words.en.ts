import type { zh } from './first-steps-words.zh.ts'

export const en: typeof zh = {
  title: 'Begin here',
  colleges: 'Add the colleges',
  collegesHint: 'Students, staff and reviews belong to one each.',
  staff: 'Add accounts for staff',
  staffHint: 'At least one reviewer of each college and one of the school; hand each a one-time link.',
  settings: 'Look through the settings',
  settingsHint: 'Levels of review, days to answer, how students first get in, rules on dissolving.',
  roster: 'Import the roster',
  rosterHint:
    'Students can sign in once they are on it; invitations, agreements and destinations appear here then.',
  others:
    'None of your students is on the roster yet, so nothing waits. Once an administrator has imported the list, the agreements, dissolutions and destinations that wait for you stand here.',
}
