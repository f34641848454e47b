import { Checkbox, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { LONGEST } from '../../../domain/longest.ts'
import {
  FILLED_BY,
  MOST_SYNONYMS,
  OWN_KINDS,
  type OwnList,
  SEEN_BY,
} from '../../../domain/own-field/field.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { OneOf } from '../../ui/one-of.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import type { Asked } from '../cases/act-button.tsx'
import { boundOf, type Categories, choicesOf, type DefinitionDraft } from './definition-draft.ts'
import { ownFieldWords } from './words.ts'
import './own-input.css'

type Change = (part: Partial<DefinitionDraft>) => void
type At = (field: string) => FieldAt

/** What goes with the kind: a length, bounds, choices. */
function OfKind({ of, change, at }: { of: DefinitionDraft; change: Change; at: At }): ReactNode {
  const w = useWords(ownFieldWords).fields
  switch (of.kind) {
    case 'text':
      return (
        <LineField
          at={at('takes.most')}
          label={w.most}
          value={of.most}
          most={LONGEST.whole}
          inputMode="numeric"
          onChange={(most) => change({ most })}
        />
      )
    case 'number':
      return (
        <>
          <LineField
            at={at('takes.least')}
            label={w.least}
            value={of.least}
            most={LONGEST.number}
            onChange={(least) => change({ least })}
          />
          <LineField
            at={at('takes.greatest')}
            label={w.greatest}
            value={of.greatest}
            most={LONGEST.number}
            onChange={(greatest) => change({ greatest })}
          />
        </>
      )
    case 'choice': {
      const place = at('takes.choices')
      return (
        <div>
          <label htmlFor={place.id}>{w.choices}</label>
          <Input.TextArea
            id={place.id}
            rows={4}
            value={of.choices}
            status={place.fault ? 'error' : ''}
            aria-describedby={`${place.id}hint`}
            onChange={({ target }) => change({ choices: target.value })}
          />
          <FieldFault of={place} />
          <span id={`${place.id}hint`} className="soft">
            {w.choicesHint}
          </span>
        </div>
      )
    }
    default:
      return null
  }
}

/** Of a destination: who fills it in, and for which categories. */
function OfDestination({
  of,
  change,
  at,
  categories,
}: {
  of: DefinitionDraft
  change: Change
  at: At
  categories: Categories
}) {
  const w = useWords(ownFieldWords)
  const nameOf = useNameOf()
  const place = at('categories')
  return (
    <>
      <OneOf
        at={at('filledBy')}
        label={w.fields.filledBy}
        options={FILLED_BY.map((value) => ({ value, label: w.filledBy[value] }))}
        value={of.filledBy}
        onChange={(filledBy) => change({ filledBy, ...(filledBy === 'staff' && { required: false }) })}
      />
      <div>
        <label htmlFor={place.id}>{w.fields.categories}</label>
        <Select
          id={place.id}
          mode="multiple"
          className="own-choice"
          value={of.categories}
          options={categories.map((one) => ({ value: one.code, label: `${one.code} ${nameOf(one)}` }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(chosen: string[]) => change({ categories: chosen })}
        />
        <FieldFault of={place} />
        <span className="soft">{w.fields.categoriesHint}</span>
      </div>
    </>
  )
}

function Definition({
  list,
  of,
  change,
  at,
  categories,
}: {
  list: OwnList
  of: DefinitionDraft
  change: Change
  at: At
  categories: Categories
}) {
  const w = useWords(ownFieldWords)
  const ui = useWords(uiWords)
  const kind = at('takes')
  const isAskedOfStudents = list === 'destination' && of.filledBy === 'student'
  return (
    <>
      <LineField
        at={at('name')}
        label={w.fields.name}
        value={of.name}
        most={LONGEST.fieldName}
        onChange={(name) => change({ name })}
      />
      <LineField
        at={at('nameEn')}
        label={`${w.fields.nameEn}${ui.optional}`}
        value={of.nameEn}
        most={LONGEST.fieldName}
        onChange={(nameEn) => change({ nameEn })}
      />
      {list === 'roster' && (
        <LineField
          at={at('synonyms')}
          label={`${w.fields.synonyms}${ui.optional}`}
          hint={w.fields.synonymsHint}
          value={of.synonyms}
          most={MOST_SYNONYMS * LONGEST.position}
          onChange={(synonyms) => change({ synonyms })}
        />
      )}
      <OneOf
        at={kind}
        label={w.fields.kind}
        options={OWN_KINDS.map((value) => ({ value, label: w.kinds[value] }))}
        value={of.kind}
        onChange={(chosen) => change({ kind: chosen })}
      />
      <OfKind of={of} change={change} at={at} />
      {list === 'destination' && <OfDestination of={of} change={change} at={at} categories={categories} />}
      {(list === 'roster' || isAskedOfStudents) && (
        <Checkbox checked={of.required} onChange={({ target }) => change({ required: target.checked })}>
          {w.fields.required}
        </Checkbox>
      )}
      {!isAskedOfStudents && (
        <OneOf
          at={at('seenBy')}
          label={w.fields.seenBy}
          options={SEEN_BY.map((value) => ({ value, label: w.seenBy[value] }))}
          value={of.seenBy}
          onChange={(seenBy) => change({ seenBy })}
        />
      )}
    </>
  )
}

/** What a dialog asks of a definition that will stand at this place of its list. */
export function useAskedDefinition(
  list: OwnList,
  { place, initial, categories }: { place: number; initial: DefinitionDraft; categories: Categories },
): Asked<DefinitionDraft> {
  const w = useWords(ownFieldWords)
  const ui = useWords(uiWords)
  const { position: longest } = LONGEST
  const path = (field: string) => `fields.${place}.${field}`
  const notANumber = (typed: string) => (Number.isNaN(boundOf(typed)) ? w.notANumber : null)
  const mostFault = ({ kind, most }: DefinitionDraft) => {
    const length = boundOf(most)
    const isOne = length !== null && Number.isInteger(length) && length >= 1 && length <= LONGEST.reason
    return kind === 'text' && !isOne ? ui.wholeNumber(1, LONGEST.reason) : null
  }
  const choicesFault = (of: DefinitionDraft) => {
    if (of.kind !== 'choice') return null
    const choices = choicesOf(of)
    if (choices.length < 2) return w.fewChoices
    return choices.some(({ length }) => length > longest) ? w.atMost(longest) : null
  }
  return {
    initial,
    names: Object.fromEntries(
      Object.entries(w.fields).map(([field, name]) => [path(field === 'kind' ? 'takes' : field), name]),
    ),
    faults: (of) => ({
      [path('name')]: of.name.trim() ? null : ui.needed(w.fields.name),
      [path('takes.most')]: mostFault(of),
      [path('takes.least')]: of.kind === 'number' ? notANumber(of.least) : null,
      [path('takes.greatest')]: of.kind === 'number' ? notANumber(of.greatest) : null,
      [path('takes.choices')]: choicesFault(of),
    }),
    show: (of, change, at) => (
      <Definition
        list={list}
        of={of}
        change={change}
        at={(field) => at(path(field))}
        categories={categories}
      />
    ),
  }
}
