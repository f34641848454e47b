import { Link } from '@tanstack/react-router'
import { Checkbox, Form, Input, Radio } from 'antd'
import type { Rule } from 'antd/es/form'
import { CORRECTABLE } from '../../../domain/correction/correctable.ts'
import { dayInChina } from '../../../domain/day.ts'
import { wholeFrom } from '../../../domain/entered.ts'
import { FIRST_LOGIN_WAYS } from '../../../domain/first-login.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ROSTER_COLUMNS } from '../../../domain/roster/columns.ts'
import { MOST_YEARS, SETTING_BOUNDS, SETTING_SECTIONS } from '../../../domain/settings.ts'
import { serverNow } from '../../ui/server-now.ts'
import { SeveralChoice } from '../../ui/several-choice.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import type { NumberName, SettingsDraft } from './settings-draft.ts'
import { SettingsSection } from './settings-section.tsx'
import { settingsWords } from './words.ts'
import './settings.css'

/** Years of graduation on either side of this one. */
const YEARS_BESIDE = 3

/** A whole number in its limits, said when left or sent; what the server found wrong stands here too. */
export function NumberField({
  name,
  label,
  hint,
  error,
  rules = [],
  after = [],
}: {
  name: NumberName
  label: string
  hint?: string
  error: unknown
  rules?: Rule[]
  /** Fields whose change makes this one be looked at again. */
  after?: NumberName[]
}) {
  const w = useWords(uiWords)
  const { least, most } = SETTING_BOUNDS[name]
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
    <SettingsSection section="levels" hint={w.levelsHint}>
      {SETTING_SECTIONS.levels.map((name) => (
        <Form.Item key={name} name={name} label={w[name]} required>
          <Radio.Group
            aria-label={w[name]}
            options={[
              { value: 'school', label: w.schoolOnly },
              { value: 'both', label: w.collegeThenSchool },
            ]}
          />
        </Form.Item>
      ))}
    </SettingsSection>
  )
}

/** What of the roster students may ask to have corrected: what is not ticked the school keeps to itself. */
export function CorrectableFields({ error }: { error: unknown }) {
  const w = useWords(settingsWords)
  const nameOf = useNameOf()
  const options = CORRECTABLE.map((value) => {
    const { zh: name, en: nameEn } = ROSTER_COLUMNS[value]
    return { value, label: nameOf({ name, nameEn }) }
  })
  return (
    <SettingsSection section="corrections">
      <Form.Item name="correctable" label={w.correctable} required extra={w.correctableHint}>
        <SeveralChoice label={w.correctable} options={options} />
      </Form.Item>
      <NumberField
        name="correctionLimit"
        label={w.correctionLimit}
        hint={w.correctionLimitHint}
        error={error}
      />
    </SettingsSection>
  )
}

/** How students get in the first time. */
export function FirstLoginFields({ error }: { error: unknown }) {
  const w = useWords(settingsWords)
  return (
    <SettingsSection section="firstLogin">
      <Form.Item
        name="firstLoginBy"
        label={w.firstLoginBy}
        required
        extra={w.firstLoginByHint}
        {...fieldFault(error, 'firstLoginBy')}
      >
        <Radio.Group
          aria-label={w.firstLoginBy}
          className="stacked"
          options={FIRST_LOGIN_WAYS.map((value) => ({ value, label: w.firstLoginWays[value] }))}
        />
      </Form.Item>
      <NumberField
        name="firstLoginTries"
        label={w.firstLoginTries}
        hint={w.firstLoginTriesHint}
        error={error}
      />
    </SettingsSection>
  )
}

/** How staff get in. */
export function StaffFields() {
  const w = useWords(settingsWords)
  return (
    <SettingsSection section="staff">
      <Form.Item name="staffSecondFactor" valuePropName="checked" extra={w.staffSecondFactorHint}>
        <Checkbox>{w.staffSecondFactor}</Checkbox>
      </Form.Item>
    </SettingsSection>
  )
}

/** Whether posts wait for the school, and what they are checked for. */
export function PostFields({ error }: { error: unknown }) {
  const w = useWords(settingsWords)
  return (
    <SettingsSection section="posts">
      <Form.Item name="postsAtOnce" valuePropName="checked" extra={w.postsAtOnceHint}>
        <Checkbox>{w.postsAtOnce}</Checkbox>
      </Form.Item>
      <Form.Item name="postChangesReviewed" valuePropName="checked" extra={w.postChangesReviewedHint}>
        <Checkbox>{w.postChangesReviewed}</Checkbox>
      </Form.Item>
      <NumberField name="postsADay" label={w.postsADay} hint={w.postsADayHint} error={error} />
      <NumberField
        name="applicationDays"
        label={w.applicationDays}
        hint={w.applicationDaysHint}
        error={error}
      />
      <p>
        <Link to="/school/settings/post-wording">{w.postWording}</Link>
      </p>
    </SettingsSection>
  )
}

/** What becomes of students who signed up for an event and did not come. */
export function EventFields({ error }: { error: unknown }) {
  const w = useWords(settingsWords)
  const isLimited = Form.useWatch<boolean>('absenceLimited')
  return (
    <SettingsSection section="events">
      <NumberField name="absenceDays" label={w.absenceDays} hint={w.absenceDaysHint} error={error} />
      <Form.Item name="absenceLimited" valuePropName="checked" extra={w.absenceLimitedHint}>
        <Checkbox>{w.absenceLimited}</Checkbox>
      </Form.Item>
      {isLimited && (
        <div className="below">
          <NumberField name="absenceLimit" label={w.absenceLimit} error={error} />
        </div>
      )}
    </SettingsSection>
  )
}

/** The years of graduation of which something new is begun: those around this one, and those that are chosen. */
function YearsField() {
  const w = useWords(settingsWords)
  const chosen = Form.useFormInstance<SettingsDraft>().getFieldValue('graduationYears')
  const thisYear = Number(dayInChina(serverNow()).slice(0, 4))
  const around = Array.from({ length: YEARS_BESIDE * 2 }, (_, index) =>
    String(thisYear - YEARS_BESIDE + 1 + index),
  )
  const years = [...new Set<string>([...around, ...(chosen ?? [])])].sort().slice(-MOST_YEARS)
  return (
    <Form.Item name="graduationYears" label={w.graduationYears} extra={w.graduationYearsHint}>
      <SeveralChoice
        label={w.graduationYears}
        options={years.map((value) => ({ value, label: w.classOf(value) }))}
      />
    </Form.Item>
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
    <SettingsSection section="signing" hint={w.signingHint}>
      <YearsField />
      <div className="grid3">
        <NumberField name="minDays" label={w.minDays} error={error} />
        <NumberField
          name="defaultDays"
          label={w.defaultDays}
          hint={w.defaultDaysHint}
          error={error}
          rules={[inOrder]}
          after={['minDays', 'maxDays']}
        />
        <NumberField name="maxDays" label={w.maxDays} error={error} />
      </div>
      <NumberField name="fulfilmentDays" label={w.fulfilmentDays} hint={w.fulfilmentDaysHint} error={error} />
      <NumberField
        name="registrationLimit"
        label={w.registrationLimit}
        hint={w.registrationLimitHint}
        error={error}
      />
      <Form.Item name="declineNeedsReason" valuePropName="checked">
        <Checkbox>{w.declineNeedsReason}</Checkbox>
      </Form.Item>
      <Form.Item name="sealAfterReview" valuePropName="checked" extra={w.sealAfterReviewHint}>
        <Checkbox>{w.sealAfterReview}</Checkbox>
      </Form.Item>
      <div className="grid3">
        <NumberField
          name="sealReminderDays"
          label={w.sealReminderDays}
          hint={w.sealReminderDaysHint}
          error={error}
        />
        <NumberField name="sealReminders" label={w.sealReminders} hint={w.sealRemindersHint} error={error} />
      </div>
      <Form.Item name="admitsKnown" valuePropName="checked" extra={w.admitsKnownHint}>
        <Checkbox>{w.admitsKnown}</Checkbox>
      </Form.Item>
    </SettingsSection>
  )
}
