import { Button, Checkbox, Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { LONGEST } from '../../../domain/longest.ts'
import { changesBetween, STANDARD_CLAUSES, type Terms, warningsOf } from '../../../domain/terms.ts'
import { useUnsaved } from '../../ui/unsaved.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { useCodeOptions } from './code-options.ts'
import { useTermFields } from './term-fields.tsx'
import { type TermsDraft, termsOf } from './terms-draft.ts'
import { Changes, Warnings } from './terms-view.tsx'
import { termsWords } from './words.ts'

type Props<Beside> = {
  initial: Partial<TermsDraft> & { beside?: Beside }
  /** The terms that stand, where they are being changed: the difference is shown before it is sent. */
  before?: Terms
  deadline: { min: string; max?: string } | null
  /** Copied from a paper: what is not on it may be left out. */
  copied?: boolean
  /** What a page asks beside the terms, before and after them: inputs named `['beside', …]`. */
  lead?: ReactNode
  tail?: ReactNode
  /** What is called how, for faults of what stands beside the terms. */
  names?: Readonly<Record<string, string>>
  submitLabel: string
  /** False while there is nobody to submit to. */
  able?: boolean
  error: unknown
  busy: boolean
  onReload?: (() => void) | undefined
  onSubmit: (terms: Terms, respondBy: string, beside: Beside) => void
}

export function TermsForm<Beside = undefined>({
  initial,
  before,
  deadline,
  copied = false,
  lead,
  tail,
  names,
  submitLabel,
  able = true,
  error,
  busy,
  onReload,
  onSubmit,
}: Props<Beside>) {
  type Draft = TermsDraft & { beside: Beside }
  const w = useWords(termsWords)
  const t = w.name
  const ui = useWords(uiWords)
  const [form] = Form.useForm<Draft>()
  const draft = Form.useWatch([], form) as Draft | undefined
  const regions = useCodeOptions('region')
  const jobs = useCodeOptions('job_category')
  const fileMethods = useCodeOptions('file_transfer')
  useUnsaved(() => form.isFieldsTouched() && !busy)
  const read = ({ beside: _beside, ...typed }: Draft): Terms =>
    termsOf(
      typed,
      regions.find(({ value }) => value === typed.regionCode)?.name ?? before?.regionName ?? '',
      copied,
    )
  const { item, choice, money, whole, rule } = useTermFields(error)
  const current = draft?.position !== undefined ? read(draft) : null
  return (
    <Form
      form={form}
      noValidate
      layout="vertical"
      initialValues={initial}
      onFinish={(values) => onSubmit(read(values), values.respondBy, values.beside)}
      scrollToFirstError
    >
      <ProblemNote error={error} names={{ ...t, ...names }} onReload={onReload} />
      {lead}
      <div className="grid2">
        {item('position', t.position, <Input maxLength={LONGEST.position} />, true)}
        {choice('jobCategory', t.jobCategory, jobs)}
        {deadline &&
          item('respondBy', t.respondBy, <Input type="date" min={deadline.min} max={deadline.max} />, true)}
        {item('reportBy', t.reportBy, <Input type="date" />, true)}
        {whole('probationDays', 0, 366, !copied)}
        {money('probationPay', copied)}
        {money('regularPay')}
        {money('penalty', copied)}
        {choice('regionCode', t.region, regions)}
        {item('workAddress', t.workAddress, <Input maxLength={LONGEST.address} />)}
        {item('contactName', t.contactName, <Input maxLength={LONGEST.personName} />, true)}
        {item('contactPhone', t.contactPhone, <Input maxLength={LONGEST.number} />, true, [rule.phone])}
        {whole('contractMonths', 1, 600)}
        {whole('serviceMonths', 1, 600)}
        {item('benefits', t.benefits, <Input maxLength={LONGEST.benefits} />)}
        {item('housing', t.housing, <Input maxLength={LONGEST.address} />)}
      </div>
      {item(
        'clauses',
        t.clauses,
        <Checkbox.Group options={STANDARD_CLAUSES.map((value) => ({ value, label: w.clause[value] }))} />,
      )}
      {item('remarks', t.remarksLabel, <Input.TextArea rows={3} />, false, [rule.remarks])}
      <h2>{t.fileSection}</h2>
      <div className="grid2">
        {choice(['file', 'method'], t.method, fileMethods)}
        {item(['file', 'receiver'], t.receiver, <Input maxLength={LONGEST.organisation} />)}
        {item(['file', 'address'], t.address, <Input maxLength={LONGEST.address} />)}
        {item(
          ['file', 'postcode'],
          t.postcode,
          <Input maxLength={LONGEST.postcode} inputMode="numeric" />,
          false,
          [rule.postcode],
        )}
        {item(['file', 'contactName'], t.fileContact, <Input maxLength={LONGEST.personName} />)}
        {item(['file', 'contactPhone'], t.filePhone, <Input maxLength={LONGEST.number} />, false, [
          rule.phone,
        ])}
        <Form.Item name={['household', 'accepted']} valuePropName="checked" label={t.household}>
          <Checkbox>{ui.yes}</Checkbox>
        </Form.Item>
        {item(['household', 'address'], t.householdAddress, <Input maxLength={LONGEST.address} />)}
      </div>
      {tail}
      {current && <Warnings of={warningsOf(current)} />}
      {before && current && (
        <section className="card">
          <h2>{w.compare}</h2>
          {changesBetween(before, current).length > 0 ? (
            <Changes of={changesBetween(before, current)} />
          ) : (
            w.noChange
          )}
        </section>
      )}
      <Button type="primary" htmlType="submit" disabled={!able} loading={busy}>
        {submitLabel}
      </Button>
    </Form>
  )
}
