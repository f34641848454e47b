import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { fenFromYuan, yuanFromFen } from '../../../domain/money.ts'
import { changesBetween, STANDARD_CLAUSES, type Terms, warningsOf } from '../../../domain/terms.ts'
import { ProblemError } from '../../call.ts'
import { fieldFault } from '../../ui/field-fault.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Changes, Warnings } from '../../ui/terms-view.tsx'
import { useWords } from '../../words/language.tsx'
import { useCodeOptions } from './code-options.ts'

type Money = 'probationPay' | 'regularPay' | 'penalty'
/** What is typed: money in yuan, remarks as lines. */
export type TermsDraft = Omit<Terms, Money | 'remarks' | 'regionName'> &
  Record<Money, string> & { remarks: string; respondBy: string }

export const draftOf = (terms: Terms, respondBy: string): TermsDraft => ({
  ...terms,
  probationPay: yuanFromFen(terms.probationPay),
  regularPay: yuanFromFen(terms.regularPay),
  penalty: yuanFromFen(terms.penalty),
  remarks: terms.remarks.join('\n'),
  respondBy,
})

/** NaN where the text is no amount of money: the server then names the field. */
const fen = (text: string) => fenFromYuan(String(text ?? '')) ?? Number.NaN

type Props<Beside> = {
  initial: Partial<TermsDraft> & { beside?: Beside }
  /** The terms that stand, where they are being changed: the difference is shown before it is sent. */
  before?: Terms
  deadline: { min: string; max?: string } | null
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
  onSubmit: (terms: Terms, respondBy: string, beside: Beside) => void
}

export function TermsForm<Beside = undefined>({
  initial,
  before,
  deadline,
  lead,
  tail,
  names,
  submitLabel,
  able = true,
  error,
  busy,
  onSubmit,
}: Props<Beside>) {
  type Draft = TermsDraft & { beside: Beside }
  const words = useWords()
  const t = words.terms
  const [form] = Form.useForm<Draft>()
  const draft = Form.useWatch([], form) as Draft | undefined
  const regions = useCodeOptions('region')
  const jobs = useCodeOptions('job_category')
  const fileMethods = useCodeOptions('file_transfer')
  const termsOf = (values: Draft): Terms => {
    const { respondBy: _day, beside: _beside, ...rest } = values
    return {
      ...rest,
      probationPay: fen(values.probationPay),
      regularPay: fen(values.regularPay),
      penalty: fen(values.penalty),
      remarks: (values.remarks ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      clauses: values.clauses ?? [],
      regionName: regions.find(({ value }) => value === values.regionCode)?.name ?? before?.regionName ?? '',
      household: { accepted: values.household?.accepted ?? false, address: values.household?.address ?? '' },
      workAddress: values.workAddress ?? '',
      benefits: values.benefits ?? '',
      housing: values.housing ?? '',
      contractMonths: values.contractMonths ?? null,
      serviceMonths: values.serviceMonths ?? null,
    }
  }
  const problem = error instanceof ProblemError ? error.problem : null
  const faultOf = (name: string | readonly string[]) => {
    const path = [name].flat().join('.')
    if (path === 'respondBy' && problem?.code.startsWith('deadline-'))
      return { validateStatus: 'error' as const, help: problem.title }
    return fieldFault(error, `terms.${path}`, path)
  }
  const item = (
    name: keyof TermsDraft | [string, string],
    label: string,
    input: ReactNode,
    needed = false,
  ) => (
    <Form.Item
      name={name as string}
      label={label}
      rules={needed ? [{ required: true, message: words.needed(label) }] : []}
      {...faultOf(name)}
    >
      {input}
    </Form.Item>
  )
  const money = (name: Money) => (
    <Form.Item
      name={name}
      label={t[name]}
      {...faultOf(name)}
      rules={[
        { required: true, message: words.needed(t[name]) },
        {
          validator: async (_, text) => {
            if (text && fenFromYuan(String(text)) === null) throw new Error('3000 / 3000.50')
          },
        },
      ]}
    >
      <Input inputMode="decimal" />
    </Form.Item>
  )
  const current = draft?.position !== undefined ? termsOf(draft) : null
  return (
    <Form
      form={form}
      noValidate
      layout="vertical"
      initialValues={initial}
      onFinish={(values) => onSubmit(termsOf(values), values.respondBy, values.beside)}
      scrollToFirstError
    >
      <ProblemNote error={error} names={names} />
      {lead}
      <div className="grid2">
        {item('position', t.position, <Input maxLength={60} />, true)}
        {item('jobCategory', t.jobCategory, <Select options={jobs} />, true)}
        {deadline &&
          item('respondBy', t.respondBy, <Input type="date" min={deadline.min} max={deadline.max} />, true)}
        {item('reportBy', t.reportBy, <Input type="date" />, true)}
        {item(
          'probationDays',
          t.probationDays,
          <InputNumber min={0} max={366} precision={0} style={{ width: '100%' }} />,
          true,
        )}
        {money('probationPay')}
        {money('regularPay')}
        {money('penalty')}
        {item(
          'regionCode',
          t.region,
          <Select showSearch={{ optionFilterProp: 'label' }} options={regions} />,
          true,
        )}
        {item('workAddress', t.workAddress, <Input maxLength={120} />)}
        {item('contactName', t.contactName, <Input maxLength={50} />, true)}
        {item('contactPhone', t.contactPhone, <Input maxLength={20} />, true)}
        {item(
          'contractMonths',
          t.contractMonths,
          <InputNumber min={1} max={600} precision={0} style={{ width: '100%' }} />,
        )}
        {item(
          'serviceMonths',
          t.serviceMonths,
          <InputNumber min={1} max={600} precision={0} style={{ width: '100%' }} />,
        )}
        {item('benefits', t.benefits, <Input maxLength={300} />)}
        {item('housing', t.housing, <Input maxLength={100} />)}
      </div>
      {item(
        'clauses',
        t.clauses,
        <Checkbox.Group options={STANDARD_CLAUSES.map((value) => ({ value, label: words.clause[value] }))} />,
      )}
      {item('remarks', `${t.remarks}（${t.remarksHint}）`, <Input.TextArea rows={3} />)}
      <h2>{t.fileSection}</h2>
      <div className="grid2">
        {item(['file', 'method'], t.method, <Select options={fileMethods} />, true)}
        {item(['file', 'receiver'], t.receiver, <Input maxLength={100} />)}
        {item(['file', 'address'], t.address, <Input maxLength={120} />)}
        {item(['file', 'postcode'], t.postcode, <Input maxLength={6} inputMode="numeric" />)}
        {item(['file', 'contactName'], t.fileContact, <Input maxLength={50} />)}
        {item(['file', 'contactPhone'], t.filePhone, <Input maxLength={20} />)}
        <Form.Item name={['household', 'accepted']} valuePropName="checked" label={t.household}>
          <Checkbox>{words.yes}</Checkbox>
        </Form.Item>
        {item(['household', 'address'], t.householdAddress, <Input maxLength={120} />)}
      </div>
      {tail}
      {current && <Warnings of={warningsOf(current)} />}
      {before && current && (
        <section className="card">
          <h2>{words.invite.compare}</h2>
          {changesBetween(before, current).length > 0 ? (
            <Changes of={changesBetween(before, current)} />
          ) : (
            words.invite.noChange
          )}
        </section>
      )}
      <Button type="primary" htmlType="submit" disabled={!able} loading={busy}>
        {submitLabel}
      </Button>
    </Form>
  )
}
