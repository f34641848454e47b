import type { zh } from './changes-words.zh.ts'

export const en: typeof zh = {
  title: 'Changes of the settings',
  section: 'Section',
  allSections: 'All sections',
  empty: 'The settings have not been changed yet.',
  by: (name, at) => `${name}, ${at}`,
  change: (setting, before, after) => `${setting}: ${before} → ${after}`,
  yes: 'yes',
  no: 'no',
  none: 'none',
  unlimited: 'no limit',
  everyYear: 'every year',
  allYear: 'all year',
  period: (from, to) => `${from} to ${to}`,
  joint: ', ',
}
