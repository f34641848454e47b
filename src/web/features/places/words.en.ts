import type { zh } from './words.zh.ts'

export const en: typeof zh = {
  at: 'The place is',
  between: ', ',
  label: 'Kind of place',
  all: 'All places',
  tags: { western: 'in the west', remote: 'remote or of hardship', grassroots: 'at the grassroots' },
}
