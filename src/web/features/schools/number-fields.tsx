import { Button, Form, Input } from 'antd'
import {
  numberMask,
  numberOf,
  OUR_PATTERN,
  PATTERN_PARTS,
  patternFault,
  SERIAL_DIGITS,
} from '../../../domain/agreement/number-pattern.ts'
import { dayInChina } from '../../../domain/day.ts'
import { normalCode } from '../../../domain/entered.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { IN_CAPITALS } from '../../ui/keyboards.ts'
import { serverNow } from '../../ui/server-now.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { fieldFault } from '../cases/field-fault.ts'
import { useRefusedRule } from '../cases/refused-rule.ts'
import type { SettingsDraft } from './settings-draft.ts'
import { SettingsSection } from './settings-section.tsx'
import { settingsWords } from './words.ts'

const SERIAL = `{SERIAL:${SERIAL_DIGITS.least + 2}}`
const KINDS = [1, 2] as const
/** 本科生毕业, of an example. */
const LEVEL = '31'

/** The pattern of agreement numbers, with what it makes while it is typed. */
export function NumberFields({ error }: { error: unknown }) {
  const w = useWords(settingsWords)
  const ui = useWords(uiWords)
  const form = Form.useFormInstance<SettingsDraft>()
  const school = useMySchool()
  const typed = Form.useWatch('numberPattern', form) ?? ''
  const pattern = normalCode(typed)
  const year = Number(dayInChina(serverNow()).slice(0, 4))
  const refused = useRefusedRule()
  const isSound = refused((text) => {
    const fault = patternFault(normalCode(text))
    if (fault) throw new Refusal(fault.code, fault.details)
  })
  const put = (text: string) => {
    form.setFieldValue('numberPattern', text)
    void form.validateFields(['numberPattern']).catch(() => {})
  }
  const examples =
    patternFault(pattern) === null
      ? KINDS.map((kind) => numberOf(numberMask(pattern, { kind, year, school, level: LEVEL }), 1))
      : null
  return (
    <SettingsSection section="numbers" hint={w.numbersHint}>
      <Form.Item
        name="numberPattern"
        label={w.numberPattern}
        extra={examples ? w.example(year, examples[0] ?? '', examples[1] ?? '') : w.noExample}
        rules={[{ required: true, message: ui.needed(w.numberPattern) }, isSound]}
        {...fieldFault(error, 'numberPattern')}
      >
        <Input
          className="mono pattern"
          maxLength={LONGEST.numberPattern}
          autoComplete="off"
          {...IN_CAPITALS}
        />
      </Form.Item>
      <p className="soft">{w.addPart}</p>
      <div className="pattern-parts">
        {PATTERN_PARTS.map((part) => (
          <Button key={part} onClick={() => put(`${typed}{${part}}`)}>
            {w.parts[part]} <code>{`{${part}}`}</code>
          </Button>
        ))}
        <Button onClick={() => put(typed + SERIAL)}>
          {w.parts.SERIAL} <code>{SERIAL}</code>
        </Button>
        <Button onClick={() => put(OUR_PATTERN)}>{w.ourPattern}</Button>
      </div>
    </SettingsSection>
  )
}
