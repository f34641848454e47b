import { Button, Checkbox, Form, type FormInstance, Input } from 'antd'
import type { Rule } from 'antd/es/form'
import type { ReactNode } from 'react'
import { wholeFrom } from '../../../domain/entered.ts'
import { LONGEST } from '../../../domain/longest.ts'
import {
  changesBetween,
  refuseUnlessWithinTerm,
  STANDARD_CLAUSES,
  type Terms,
  warningsOf,
} from '../../../domain/terms.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { useFormFaults } from '../../ui/form-faults.ts'
import { FormSection } from '../../ui/form-section.tsx'
import { FormSteps, type Step, stepOf, useStep } from '../../ui/form-steps.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { useMeantDay, useRefusedRule } from '../cases/refused-rule.ts'
import { useCodeOptions } from './code-options.ts'
import { useTermFields } from './term-fields.tsx'
import { NOT_FORWARDED, type TermsDraft, termsOf } from './terms-draft.ts'
import { Changes, Warnings } from './terms-view.tsx'
import { WageNote } from './wage-note.tsx'
import { termsWords } from './words.ts'

/** What a page asks beside the terms: inputs named `['beside', …]`. */
type Part = { readonly title: string; readonly reason?: string; readonly fields: ReactNode }
type Props<Beside> = {
  initial: Partial<TermsDraft> & { beside?: Beside }
  /** The terms that stand, where they are being changed: the difference is shown before it is sent. */
  before?: Terms
  /** The days to answer by that a calendar offers, and the domain's rule of them. */
  deadline: { min: string; max?: string; refuse: (day: string) => void } | null
  /** Copied from a paper: what is not on it may be left out; asked in steps. */
  copied?: boolean
  /** Said above the terms. */
  hint?: string
  first?: Part
  last?: Part
  /** What is called how, for faults of what stands beside the terms. */
  names?: Readonly<Record<string, string>>
  submitLabel: string
  /** False while there is nobody to submit to. */
  able?: boolean
  error: unknown
  busy: boolean
  /** True where what is typed is kept on the device, and may be left without asking. */
  isKept?: boolean
  /** Shown above the terms, with the form that they are typed into. */
  tools?: (form: FormInstance<TermsDraft>) => ReactNode
  onDraft?: (typed: Partial<TermsDraft> & { beside?: Beside }) => void
  onReload?: (() => void) | undefined
  onSubmit: (terms: Terms, respondBy: string, beside: Beside) => void
}

export function TermsForm<Beside = undefined>({
  initial,
  before,
  deadline,
  copied = false,
  hint,
  first,
  last,
  names,
  submitLabel,
  able = true,
  error,
  busy,
  isKept = false,
  tools,
  onDraft,
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
  const faults = useFormFaults()
  useUnsaved(() => form.isFieldsTouched() && !busy && !isKept)
  const read = ({ beside: _beside, ...typed }: Draft): Terms =>
    termsOf(
      typed,
      regions.find(({ value }) => value === typed.regionCode)?.name ?? before?.regionName ?? '',
      copied,
    )
  const { item, choice, money, whole, day, rule } = useTermFields(error)
  const refused = useRefusedRule()
  const reporting = useMeantDay(copied ? 'reporting' : 'ahead')
  /** What a paper says is copied as it was signed. */
  const withinTerm: Rule = ({ getFieldValue }) =>
    refused((days) =>
      refuseUnlessWithinTerm({
        probationDays: wholeFrom(days) ?? 0,
        contractMonths: copied ? null : wholeFrom(getFieldValue('contractMonths') ?? ''),
      }),
    )
  const current = draft?.position !== undefined ? read(draft) : null
  const isForwarded = draft?.file?.method !== NOT_FORWARDED
  const part = ({ title, reason, fields }: Part) => (
    <FormSection title={title} reason={reason}>
      {fields}
    </FormSection>
  )
  const job = (
    <FormSection title={w.part.job} reason={hint}>
      {item('position', t.position, <Input maxLength={LONGEST.position} />, true)}
      {choice('jobCategory', t.jobCategory, jobs)}
      {deadline &&
        day(
          'respondBy',
          { min: deadline.min, ...(deadline.max && { max: deadline.max }) },
          refused(deadline.refuse),
        )}
      {day('reportBy', reporting.span, reporting.rule)}
      {choice('regionCode', t.region, regions)}
      {item('workAddress', t.workAddress, <Input maxLength={LONGEST.address} />)}
      {item('contactName', t.contactName, <Input maxLength={LONGEST.personName} autoComplete="off" />, true)}
      {item(
        'contactPhone',
        t.contactPhone,
        <Input maxLength={LONGEST.number} inputMode="tel" autoComplete="off" />,
        true,
        [rule.phone],
      )}
    </FormSection>
  )
  const pay = (
    <FormSection title={w.part.pay} reason={copied ? w.part.payReason : undefined}>
      {whole('probationDays', 0, 366, !copied, [withinTerm], ['contractMonths'])}
      {money('probationPay', copied)}
      {money('regularPay')}
      {money('penalty', copied)}
      {whole('contractMonths', 1, 600)}
      {whole('serviceMonths', 1, 600)}
      {item('benefits', t.benefits, <Input maxLength={LONGEST.benefits} />)}
      {item('housing', t.housing, <Input maxLength={LONGEST.address} />)}
    </FormSection>
  )
  const clauses = (
    <FormSection title={w.part.clauses} reason={w.part.clausesReason}>
      <div className="both">
        {item(
          'clauses',
          t.clauses,
          <Checkbox.Group options={STANDARD_CLAUSES.map((value) => ({ value, label: w.clause[value] }))} />,
        )}
        {item('remarks', t.remarksLabel, <Input.TextArea rows={3} />, false, [rule.remarks])}
      </div>
    </FormSection>
  )
  const file = (
    <FormSection title={t.fileSection} reason={w.part.fileReason}>
      {choice(['file', 'method'], t.method, fileMethods)}
      {isForwarded && (
        <>
          {item(['file', 'receiver'], t.receiver, <Input maxLength={LONGEST.organisation} />)}
          {item(['file', 'address'], t.address, <Input maxLength={LONGEST.address} />)}
          {item(
            ['file', 'postcode'],
            t.postcode,
            <Input maxLength={LONGEST.postcode} inputMode="numeric" />,
            false,
            [rule.postcode],
          )}
          {item(
            ['file', 'contactName'],
            t.fileContact,
            <Input maxLength={LONGEST.personName} autoComplete="off" />,
          )}
          {item(
            ['file', 'contactPhone'],
            t.filePhone,
            <Input maxLength={LONGEST.number} inputMode="tel" autoComplete="off" />,
            false,
            [rule.phone],
          )}
        </>
      )}
      <Form.Item name={['household', 'accepted']} valuePropName="checked" label={t.household}>
        <Checkbox>{ui.yes}</Checkbox>
      </Form.Item>
      {draft?.household?.accepted &&
        item(['household', 'address'], t.householdAddress, <Input maxLength={LONGEST.address} />)}
    </FormSection>
  )
  const look = (
    <>
      {current && <Warnings of={warningsOf(current)} />}
      {current && <WageNote of={current} />}
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
    </>
  )
  const submit = (
    <Button type="primary" htmlType="submit" disabled={!able} loading={busy}>
      {submitLabel}
    </Button>
  )
  const steps: readonly Step[] = copied
    ? [
        ...(first ? [{ title: first.title, content: part(first) }] : []),
        { title: w.part.job, content: job },
        { title: w.part.pay, content: pay },
        {
          title: w.part.rest,
          content: (
            <>
              {clauses}
              {file}
            </>
          ),
        },
        ...(last
          ? [
              {
                title: last.title,
                content: (
                  <>
                    {part(last)}
                    {look}
                  </>
                ),
              },
            ]
          : []),
      ]
    : []
  const { at, go } = useStep(steps.length)
  /** All of this step's fields, or what is wrong in them. */
  const next = async () => {
    const here = form
      .getFieldsError()
      .map(({ name }) => name)
      .filter((name) => stepOf(name.join('_')) === at)
    try {
      await form.validateFields(here)
      faults.clear()
      await go(at + 1)
    } catch (wrong) {
      faults.collect(wrong as Parameters<typeof faults.collect>[0])
    }
  }
  return (
    <CheckedForm
      form={form}
      initialValues={initial}
      onValuesChange={() => onDraft?.(form.getFieldsValue(true))}
      onFinish={(values) => onSubmit(read(values), values.respondBy, values.beside)}
      above={<ProblemNote error={error} names={{ ...t, ...names }} onReload={onReload} />}
      faults={faults}
      onLead={({ id }) => copied && go(stepOf(id))}
    >
      {copied ? (
        <FormSteps of={steps} at={at} onNext={next} onBack={go} submit={submit} />
      ) : (
        <>
          {tools?.(form as FormInstance)}
          {job}
          {pay}
          {clauses}
          {file}
          {look}
          {submit}
        </>
      )}
    </CheckedForm>
  )
}
