import type { zh } from './own-fields.zh.ts'

export const en: typeof zh = {
  fault: {
    'not-a-figure': 'Not a number: write 3, 3.5 or 1,200, with at most {{decimals}} decimals',
    'figure-too-small': 'Not less than {{least}}',
    'figure-too-large': 'Not more than {{greatest}}',
    'not-a-choice': 'Write one of these: {{choices}}',
  },
  accepts: (takes) => {
    switch (takes.kind) {
      case 'text':
        return `One line of text, at most ${takes.most} characters`
      case 'number':
        return `A number${takes.least === null ? '' : `, at least ${takes.least}`}${takes.greatest === null ? '' : `, at most ${takes.greatest}`}`
      case 'day':
        return 'Such as 2026-06-30, 2026/6/30, 2026年6月30日, 20260630'
      case 'choice':
        return `One of: ${takes.choices.join(', ')}`
      case 'yes-no':
        return '是 or 否'
    }
  },
}
