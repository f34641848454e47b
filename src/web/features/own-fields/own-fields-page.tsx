import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import {
  listOwnFieldChanges,
  listOwnFields,
  type OwnFieldView,
  type OwnLists,
  saveOwnFields,
} from '../../../contracts/own-fields.ts'
import { MOST_OWN_FIELDS, OWN_LISTS, type OwnList } from '../../../domain/own-field/field.ts'
import { ask, call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { Pager } from '../../ui/pager.tsx'
import { said } from '../../ui/said.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { definitionOf, draftOf, emptyDraft } from './definition-draft.ts'
import { useAskedDefinition } from './definition-fields.tsx'
import { ownFieldWords } from './words.ts'
import './own-fields.css'

type Sent = Parameters<typeof call<typeof saveOwnFields>>[1]['body']['fields']
type Lists = OwnLists
/** Saves a list in place of the one that was read. */
type Save = (fields: Sent) => Promise<unknown>

/** Its place with the one before it exchanged. */
const movedUp = (fields: readonly OwnFieldView[], place: number): OwnFieldView[] =>
  fields.flatMap((field, k) => {
    if (k === place - 1) return [fields[place] ?? field, field]
    return k === place ? [] : [field]
  })

/** What a definition says of itself on one line. */
function useAbout(categories: Lists['categories']) {
  const w = useWords(ownFieldWords)
  const nameOf = useNameOf()
  return (list: OwnList, { takes, required, seenBy, filledBy, ...field }: OwnFieldView): string[] => [
    w.kinds[takes.kind],
    ...(takes.kind === 'text' ? [w.atMost(takes.most)] : []),
    ...(takes.kind === 'number' ? [w.between(takes.least, takes.greatest)].filter(Boolean) : []),
    ...(takes.kind === 'choice' ? [takes.choices.join('、')] : []),
    required ? w.required : w.notRequired,
    ...(list === 'destination' ? [w.filledBy[filledBy]] : []),
    w.seenBy[seenBy],
    ...(list === 'destination'
      ? [
          field.categories.length === 0
            ? w.ofAll
            : categories
                .filter(({ code }) => field.categories.includes(code))
                .map(nameOf)
                .join('、'),
        ]
      : []),
    ...(field.synonyms.length > 0 ? [`${w.synonyms}: ${field.synonyms.join('、')}`] : []),
  ]
}

function ChangeField({
  list,
  fields,
  place,
  categories,
  save,
  settled,
}: {
  list: OwnList
  fields: OwnFieldView[]
  /** Of the field; that behind the last adds one. */
  place: number
  categories: Lists['categories']
  save: Save
  settled: () => void
}) {
  const w = useWords(ownFieldWords)
  const field = fields[place]
  const asked = useAskedDefinition(list, {
    place,
    categories,
    initial: field ? draftOf(field) : emptyDraft(list),
  })
  return (
    <ActButton
      {...(field ? w.change : w.add)}
      kind={field ? 'plain' : 'primary'}
      asked={asked}
      act={(_reason, draft) => {
        const sent = definitionOf(draft, { key: field?.key ?? null, isEnded: field?.isEnded ?? false })
        return save([...fields.slice(0, place), sent, ...fields.slice(place + 1)])
      }}
      settled={settled}
    />
  )
}

function ListOfFields({ list, of, data }: { list: OwnList; of: Lists[OwnList]; data: Lists }) {
  const w = useWords(ownFieldWords)
  const nameOf = useNameOf()
  const figures = useFigures()
  const school = useMySchool()
  const client = useQueryClient()
  const about = useAbout(data.categories)
  const settled = () => client.invalidateQueries()
  const { fields, version, filled, changed } = of
  const save: Save = (next) =>
    call(saveOwnFields, { params: { school }, body: { list, version, fields: next } })
  const move = useMutation({ mutationFn: save, onSuccess: () => said.success(w.moved), onSettled: settled })
  const changing = { list, fields, categories: data.categories, save, settled }
  return (
    <section className="card" aria-label={w.lists[list]}>
      <h2>{w.lists[list]}</h2>
      <p className="soft">
        {w.count(fields.length, MOST_OWN_FIELDS)} ·{' '}
        {changed ? w.last(changed.by, figures.said.instant(changed.at)) : w.never}
      </p>
      <ProblemNote error={move.error} />
      {fields.length === 0 && <div className="empty">{w.empty}</div>}
      <ol className="own-fields">
        {fields.map((field, place) => (
          <li key={field.key}>
            <div>
              <strong>{nameOf({ name: field.name, nameEn: field.nameEn || field.name })}</strong>{' '}
              {field.isEnded && <span className="soft">{w.ended}</span>}
              <div className="soft">{about(list, field).join(' · ')}</div>
            </div>
            {data.mayChange && (
              <div className="own-acts">
                <ChangeField {...changing} place={place} />
                {place > 0 && (
                  <Button
                    aria-label={w.up(field.name)}
                    disabled={move.isPending}
                    onClick={() => move.mutate(movedUp(fields, place))}
                  >
                    {w.upShort}
                  </Button>
                )}
                <ActButton
                  {...(field.isEnded ? w.resume : w.end)}
                  act={() =>
                    save(fields.map((one) => (one === field ? { ...field, isEnded: !field.isEnded } : one)))
                  }
                  settled={settled}
                />
                {!filled.includes(field.key) && (
                  <ActButton
                    {...w.remove}
                    kind="danger"
                    act={() => save(fields.filter((one) => one !== field))}
                    settled={settled}
                  />
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      {data.mayChange && fields.length < MOST_OWN_FIELDS && (
        <ChangeField key={fields.length} {...changing} place={fields.length} />
      )}
    </section>
  )
}

function Changes({ school }: { school: string }) {
  const w = useWords(ownFieldWords)
  const figures = useFigures()
  const [page, setPage] = useState(1)
  const { data } = useSuspenseQuery(
    ask(listOwnFieldChanges, { params: { school }, query: { page, pageSize: 10 } }),
  )
  return (
    <section className="card">
      <h2>{w.history}</h2>
      {data.total === 0 && w.noHistory}
      <ul className="own-changes">
        {data.items.map(({ id, at, by, list, changes }) => (
          <li key={id}>
            <strong>{w.by(by, figures.instant(at), w.lists[list])}</strong>
            <div>{changes.map(({ what, name }) => w.changeOf(w.changes[what], name)).join('；')}</div>
          </li>
        ))}
      </ul>
      <Pager of={data} onPage={setPage} />
    </section>
  )
}

/** All staff read them, administrators change them: of two at once the second is told and reads again. */
export function OwnFieldsPage() {
  const w = useWords(ownFieldWords)
  const school = useMySchool()
  const { data } = useSuspenseQuery(ask(listOwnFields, { params: { school } }))
  return (
    <>
      <div className="actions">
        <BackButton list="/school/settings" />
      </div>
      <h1>{w.title}</h1>
      <p className="soft">{w.intro}</p>
      {!data.mayChange && <Note below={12} type="info" title={w.readOnly} />}
      {OWN_LISTS.map((list) => (
        <ListOfFields key={list} list={list} of={data[list]} data={data} />
      ))}
      <Changes school={school} />
    </>
  )
}
