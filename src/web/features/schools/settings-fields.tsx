import { Checkbox, Form, Input, Radio } from 'antd'
import type { Rule } from 'antd/es/form'
import { CORRECTABLE } from '../../../domain/correction/correctable.ts'
import { wholeFrom } from '../../../domain/entered.ts'
import { FIRST_LOGIN_WAYS } from '../../../domain/first-login.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ROSTER_COLUMNS } from '../../../domain/roster/columns.ts'
import { SeveralChoice } from '../../ui/several-choice.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import type { NumberName } from './settings-draft.ts'
import { settingsWords } from './words.ts'
import './settings.css'

/** A whole number in its limits, said when left or sent; what the server found wrong stands here too. */
export function NumberField({
  name,
  label,
  hint,
  least,
  most,
  error,
  rules = [],
  after = [],
}: {
  name: NumberName
  label: string
  hint?: string
  least: number
  most: number
  error: unknown
  rules?: Rule[]
  /** Fields whose change makes this one be looked at again. */
  after?: NumberName[]
}) {
  const w = useWords(uiWords)
  const inBounds: Rule = {
    validator: async (_, typed = '') => {
      const value = wholeFrom(typed)
      if (typed && (value === null || value < least || value > most))
        throw new Error(w.wholeNumber(least, most))
    },
  }
  return (
    <Form.Item
      name={name}
      label={label}
      extra={hint}
      dependencies={after}
      rules={[{ required: true, message: w.needed(label) }, inBounds, ...rules]}
      {...fieldFault(error, name)}
    >
      <Input className="number-field" inputMode="numeric" maxLength={LONGEST.whole} />
    </Form.Item>
  )
}

/** Who reviews, for each kind of business. */
export function LevelFields() {
  const w = useWords(settingsWords)
  return (
    <section className="card">
      <h2>{w.levels}</h2>
      <p className="soft">{w.levelsHint}</p>
      {(['agreementLevels', 'dissolutionLevels', 'destinationLevels', 'correctionLevels'] as const).map(
        (name) => (
          <Form.Item key={name} name={name} label={w[name]} required>
            <Radio.Group
              options={[
                { value: 'school', label: w.schoolOnly },
                { value: 'both', label: w.collegeThenSchool },
              ]}
            />
          </Form.Item>
        ),
      )}
    </section>
  )
}

/** What of the roster students may ask to have corrected: what is not ticked the school keeps to itself. */
export function CorrectableFields() {
  const w = useWords(settingsWords)
  const nameOf = useNameOf()
  const options = CORRECTABLE.map((value) => {
    const { zh: name, en: nameEn } = ROSTER_COLUMNS[value]
    return { value, label: nameOf({ name, nameEn }) }
  })
  return (
    <section className="card">
      <h2>{w.corrections}</h2>
      <Form.Item name="correctable" label={w.correctable} required extra={w.correctableHint}>
        <SeveralChoice label={w.correctable} options={options} />
      </Form.Item>
    </section>
  )
}

/** How students get in the first time. */
export function FirstLoginFields({ error }: { error: unknown }) {
  const w = useWords(settingsWords)
  return (
    <section className="card">
      <h2>{w.firstLogin}</h2>
      <Form.Item
        name="firstLoginBy"
        label={w.firstLoginBy}
        required
        extra={w.firstLoginByHint}
        {...fieldFault(error, 'firstLoginBy')}
      >
        <Radio.Group
          className="stacked"
          options={FIRST_LOGIN_WAYS.map((value) => ({ value, label: w.firstLoginWays[value] }))}
        />
      </Form.Item>
      <NumberField
        name="firstLoginTries"
        label={w.firstLoginTries}
        hint={w.firstLoginTriesHint}
        least={3}
        most={100}
        error={error}
      />
    </section>
  )
}

/** How staff get in. */
export function StaffFields() {
  const w = useWords(settingsWords)
  return (
    <section className="card">
      <h2>{w.staff}</h2>
      <Form.Item name="staffSecondFactor" valuePropName="checked" extra={w.staffSecondFactorHint}>
        <Checkbox>{w.staffSecondFactor}</Checkbox>
      </Form.Item>
    </section>
  )
}

/** How long invitations wait for an answer, and what a refusal needs. */
export function SigningFields({ error }: { error: unknown }) {
  const w = useWords(settingsWords)
  const inOrder: Rule = ({ getFieldValue }) => ({
    validator: async (_, typed) => {
      const [least, usual, most] = [getFieldValue('minDays'), typed, getFieldValue('maxDays')].map(
        (text: string) => wholeFrom(text ?? '') ?? 0,
      ) as [number, number, number]
      if (least > usual || usual > most) throw new Error(w.inOrder)
    },
  })
  return (
    <section className="card">
      <h2>{w.signing}</h2>
      <div className="grid3">
        <NumberField name="minDays" label={w.minDays} least={1} most={30} error={error} />
        <NumberField
          name="defaultDays"
          label={w.defaultDays}
          hint={w.defaultDaysHint}
          least={1}
          most={60}
          error={error}
          rules={[inOrder]}
          after={['minDays', 'maxDays']}
        />
        <NumberField name="maxDays" label={w.maxDays} least={1} most={90} error={error} />
      </div>
      <NumberField
        name="fulfilmentDays"
        label={w.fulfilmentDays}
        hint={w.fulfilmentDaysHint}
        least={1}
        most={60}
        error={error}
      />
      <Form.Item name="declineNeedsReason" valuePropName="checked">
        <Checkbox>{w.declineNeedsReason}</Checkbox>
      </Form.Item>
      <Form.Item name="admitsKnown" valuePropName="checked" extra={w.admitsKnownHint}>
        <Checkbox>{w.admitsKnown}</Checkbox>
      </Form.Item>
    </section>
  )
}
