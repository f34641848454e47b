import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useState } from 'react'
import { caseAddress } from '../../../contracts/case-address.ts'
import { declareDestination } from '../../../contracts/destinations.ts'
import { call } from '../../call.ts'
import { DraftNote } from '../../ui/draft-note.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useKeptDraft } from '../../ui/kept-draft.ts'
import { said } from '../../ui/said.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMe, useMySchool } from '../accounts/me.ts'
import { isStillKept } from '../evidence/still-kept.ts'
import { evidenceWords } from '../evidence/words.ts'
import { AnswerText } from './answer-input.tsx'
import { DestinationEditor } from './destination-editor.tsx'
import type { CategoryForm, DestinationDraft, Given } from './destination-form.tsx'
import { destinationWords } from './words.ts'

/** Register a destination for review, or declare that one is unplaced; sent after a last look. */
export function DeclarePage() {
  const w = useWords(destinationWords)
  const ui = useWords(uiWords)
  const files = useWords(evidenceWords)
  const nameOf = useNameOf()
  const school = useMySchool()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [draft, setDraft] = useState<{ given: Given; form: CategoryForm } | null>(null)
  const { login } = useMe()
  const { found, isKept, keep, forget } = useKeptDraft<DestinationDraft>(
    `${school}.${login}.destination`,
    (draft) => ({ ...draft, evidence: draft.evidence.filter(isStillKept) }),
  )
  const [round, setRound] = useState(0)
  const declare = useMutation({
    mutationFn: (given: Given) =>
      call(declareDestination, { params: { school }, body: { ...given, confirmed: true } }),
    onSuccess: async ({ id, route }) => {
      forget()
      said.success(w.route[route].done)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('student', { kind: 'destination', school, id }), replace: true })
    },
    onError: () => setDraft(null),
  })
  const route = draft && w.route[draft.form.route]
  return (
    <>
      <h1>{w.register}</h1>
      <DraftNote
        isKept={isKept}
        onDiscard={() => {
          forget()
          setRound(round + 1)
        }}
      />
      <DestinationEditor
        key={round}
        school={school}
        isKept={isKept === true}
        onDraft={keep}
        initial={found ?? { details: {}, evidence: [] }}
        submitLabel={(form) => w.route[form.route].check}
        refused={{ category: declare.variables?.category, error: declare.error }}
        busy={declare.isPending}
        onSubmit={(given, form) => setDraft({ given, form })}
      />
      <Modal
        open={draft !== null}
        title={route?.confirmTitle}
        okText={route?.confirm}
        cancelText={ui.backToForm}
        okButtonProps={{ loading: declare.isPending }}
        onOk={() => draft && declare.mutate(draft.given)}
        onCancel={() => setDraft(null)}
      >
        <p>{route?.confirmText}</p>
        {draft && (
          <Facts
            of={[
              [w.category, nameOf(draft.form)],
              ...draft.form.fields.map(
                (field) =>
                  [
                    nameOf(field),
                    draft.given.details[field.key] && (
                      <AnswerText key={field.key} of={field} value={draft.given.details[field.key] ?? ''} />
                    ),
                  ] as const,
              ),
              ...(draft.form.route === 'destination'
                ? [[files.title, files.arrived(draft.given.evidence.length)] as const]
                : []),
            ]}
          />
        )}
      </Modal>
    </>
  )
}
