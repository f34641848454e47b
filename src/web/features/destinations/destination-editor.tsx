import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { listDestinationForms } from '../../../contracts/destinations.ts'
import { ask } from '../../call.ts'
import { useAddressText } from '../../ui/address-text.ts'
import { Note } from '../../ui/note.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { CategoryList } from './category-list.tsx'
import { type CategoryForm, type DestinationDraft, DestinationForm, type Given } from './destination-form.tsx'
import { destinationWords } from './words.ts'

type Props = {
  school: string
  /** Chosen where the address says nothing. */
  category?: string
  initial: DestinationDraft
  /** Which of the categories may be chosen here. */
  offers?: (form: CategoryForm) => boolean
  submitLabel: (form: CategoryForm) => string
  /** Of the category that was sent: another one's form begins without. */
  refused: { readonly category: string | undefined; readonly error: unknown }
  busy: boolean
  /** True where what is typed is kept on the device, and may be left without asking. */
  isKept?: boolean
  onDraft?: (draft: DestinationDraft) => void
  onReload?: () => void
  onSubmit: (given: Given, form: CategoryForm) => void
}

/**
 * First the category, which stands in the address so that a way back leads to the choice, then its form.
 * What was typed and uploaded is kept over a change of category.
 */
export function DestinationEditor({
  school,
  category,
  initial,
  offers = () => true,
  submitLabel,
  refused,
  busy,
  isKept = false,
  onDraft,
  onReload,
  onSubmit,
}: Props) {
  const w = useWords(destinationWords)
  const nameOf = useNameOf()
  const { data } = useSuspenseQuery({
    ...ask(listDestinationForms, { params: { school } }),
    refetchOnWindowFocus: false,
  })
  const chosen = useAddressText().category
  const forms = data.items.filter(offers)
  const form = forms.find((one) => one.category === (chosen ?? category))
  const kept = useRef(initial)
  const touched = useRef(false)
  useUnsaved(() => touched.current && !busy && !isKept)
  if (!form) return <CategoryList of={forms} />
  return (
    <section className="card">
      <h2>
        {form.parent && form.parent.name !== form.name && `${nameOf(form.parent)} · `}
        {nameOf(form)}
      </h2>
      <p>
        <Link to="." search={{ category: '' }}>
          {w.chooseAnother}
        </Link>
      </p>
      {form.route === 'declaration' && <Note type="info" title={w.declarationNote} />}
      <DestinationForm
        key={form.category}
        school={school}
        of={form}
        initial={kept.current}
        submitLabel={submitLabel(form)}
        error={refused.category === form.category ? refused.error : null}
        busy={busy}
        onReload={onReload}
        onChange={(draft) => {
          touched.current = true
          kept.current = {
            details: { ...kept.current.details, ...draft.details },
            evidence: draft.evidence ?? kept.current.evidence,
          }
          onDraft?.(kept.current)
        }}
        onSubmit={(given) => onSubmit(given, form)}
      />
    </section>
  )
}
