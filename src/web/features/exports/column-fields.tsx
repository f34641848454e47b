import { Select } from 'antd'
import { useId } from 'react'
import type { ExportField, SharedColumn } from '../../../contracts/exports.ts'
import { NEEDS } from '../../../domain/export/template.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { exportWords } from './words.ts'

type Part = keyof SharedColumn
type Choice = { readonly value: string; readonly label: string }

/** Fields as a list to choose from, each under what it is of. */
export function useFieldChoices(fields: readonly ExportField[]) {
  const w = useWords(exportWords)
  const nameOf = useNameOf()
  const groups = [...new Set(fields.map(({ group }) => group))]
  return groups.map((group) => ({
    label: w.group[group],
    options: fields
      .filter((field) => field.group === group)
      .map((field) => ({ value: field.key, label: nameOf(field) })),
  }))
}

function Choose({
  at,
  label,
  value,
  options,
  seeks = false,
  onChange,
}: {
  at: FieldAt
  label: string
  value: string
  options: readonly (Choice | { readonly label: string; readonly options: readonly Choice[] })[]
  seeks?: boolean
  onChange: (value: string) => void
}) {
  return (
    <div>
      <label htmlFor={at.id}>{label}</label>
      <Select<string>
        id={at.id}
        aria-label={label}
        value={value}
        showSearch={seeks && { optionFilterProp: 'label' }}
        status={at.fault ? 'error' : ''}
        options={options.map((one) => ('options' in one ? { ...one, options: [...one.options] } : one))}
        onChange={onChange}
      />
      <FieldFault of={at} />
    </div>
  )
}

type Props = {
  of: SharedColumn
  fields: readonly ExportField[]
  faultOf: (part: Part) => string | null
  change: (part: Partial<SharedColumn>) => void
}

/** All that is said of one column. */
export function ColumnFields({ of, fields, faultOf, change }: Props) {
  const w = useWords(exportWords)
  const id = useId()
  const choices = useFieldChoices(fields)
  const field = fields.find(({ key }) => key === of.field)
  const at = (part: Part): FieldAt => ({ id: `${id}-${part}`, fault: faultOf(part) })
  const line = (part: 'heading' | 'below' | 'constant', most: number, hint?: string) => (
    <LineField
      at={at(part)}
      label={w.part[part]}
      value={of[part]}
      most={most}
      {...(hint !== undefined && { hint })}
      onChange={(text) => change({ [part]: text })}
    />
  )
  return (
    <div className="export-fields">
      {line('heading', LONGEST.fieldName)}
      <Choose
        at={at('field')}
        label={w.part.field}
        value={of.field}
        seeks
        options={field || of.field === '' ? choices : [{ value: of.field, label: w.gone }, ...choices]}
        onChange={(key) =>
          change({ field: key, form: fields.find((one) => one.key === key)?.forms[0] ?? '' })
        }
      />
      {of.field === 'constant' ? (
        line('constant', LONGEST.line, w.textHint)
      ) : (
        <Choose
          at={at('form')}
          label={w.part.form}
          value={of.form}
          options={(field?.forms ?? []).map((value) => ({ value, label: w.form[value] }))}
          onChange={(form) => change({ form })}
        />
      )}
      <Choose
        at={at('need')}
        label={w.part.need}
        value={of.need}
        options={NEEDS.map((value) => ({ value, label: w.need[value] }))}
        onChange={(need) => change({ need })}
      />
      {line('below', LONGEST.fieldName, w.belowHint)}
    </div>
  )
}
