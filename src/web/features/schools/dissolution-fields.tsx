import { Checkbox, Form, type FormItemProps, Input } from 'antd'
import type { Rule } from 'antd/es/form'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { useMeantDay } from '../cases/refused-rule.ts'
import type { SettingsDraft } from './settings-draft.ts'
import { NumberField } from './settings-fields.tsx'
import { SettingsSection } from './settings-section.tsx'
import { settingsWords } from './words.ts'
import './settings.css'

/** The school's own rules on dissolutions (R23). */
export function DissolutionFields({ error }: { error: unknown }) {
  const w = useWords(settingsWords)
  const ui = useWords(uiWords)
  const isLimited = Form.useWatch<boolean>('breachLimited')
  const isWindowed = Form.useWatch<boolean>('windowed')
  const inOrder: Rule = ({ getFieldValue }) => ({
    validator: async (_, last?: string) => {
      if (last && last < getFieldValue('windowFrom')) throw new Error(w.windowOrder)
    },
  })
  const season = useMeantDay('season')
  const day = (name: keyof SettingsDraft, label: string, item: FormItemProps) => (
    <Form.Item
      name={name}
      label={label}
      validateTrigger="onBlur"
      {...item}
      rules={[...(item.rules ?? []), season.rule]}
    >
      <Input type="date" className="day" {...season.span} />
    </Form.Item>
  )
  const needed = (label: string): Rule => ({ required: true, message: ui.needed(label) })
  const tick = (name: keyof SettingsDraft, label: string, hint: string) => (
    <Form.Item name={name} valuePropName="checked" extra={hint}>
      <Checkbox>{label}</Checkbox>
    </Form.Item>
  )
  return (
    <SettingsSection section="dissolution" hint={w.dissolutionHint}>
      <NumberField name="answerDays" label={w.answerDays} hint={w.answerDaysHint} error={error} />
      <NumberField name="coolDownDays" label={w.coolDownDays} hint={w.coolDownDaysHint} error={error} />
      <NumberField name="requestLimit" label={w.requestLimit} hint={w.requestLimitHint} error={error} />
      {tick('breachLimited', w.breachLimited, w.breachLimitedHint)}
      {isLimited && (
        <div className="below">
          <NumberField name="breachLimit" label={w.breachLimit} error={error} />
        </div>
      )}
      {tick('windowed', w.windowed, w.windowedHint)}
      {isWindowed && (
        <div className="below grid2">
          {day('windowFrom', w.windowFrom, {
            rules: [needed(w.windowFrom)],
            ...fieldFault(error, 'window.from'),
          })}
          {day('windowTo', w.windowTo, {
            rules: [needed(w.windowTo), inOrder],
            dependencies: ['windowFrom'],
            ...fieldFault(error, 'window', 'window.to'),
          })}
        </div>
      )}
      <NumberField name="alertAt" label={w.alertAt} hint={w.alertAtHint} error={error} />
    </SettingsSection>
  )
}
