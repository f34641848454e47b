import type { OwnTakes } from '../domain/own-field/field.ts'
import type { OwnFault } from '../domain/own-field/read.ts'

const fault: Record<OwnFault, string> = {
  'not-a-figure': '不是数字。请写成 3、3.5 或 1,200，最多 {{decimals}} 位小数',
  'figure-too-small': '不能小于 {{least}}',
  'figure-too-large': '不能大于 {{greatest}}',
  'not-a-choice': '请填写以下之一：{{choices}}',
}

/** Of fields that a school has of its own. */
export const zh = {
  fault,
  /** Beneath a heading of the template. */
  accepts: (takes: OwnTakes): string => {
    switch (takes.kind) {
      case 'text':
        return `一行文字，最多 ${takes.most} 个字`
      case 'number':
        return `数字${takes.least === null ? '' : `，不小于 ${takes.least}`}${takes.greatest === null ? '' : `，不大于 ${takes.greatest}`}`
      case 'day':
        return '如 2026-06-30、2026/6/30、2026年6月30日、20260630'
      case 'choice':
        return `从以下选一项：${takes.choices.join('、')}`
      case 'yes-no':
        return '是 或 否'
    }
  },
}
