import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form } from 'antd'
import { useRef } from 'react'
import { caseAddress } from '../../../contracts/case-address.ts'
import { draftFair } from '../../../contracts/fairs.ts'
import type { Slot } from '../../../domain/venue/slot.ts'
import { call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { fieldFault } from '../cases/field-fault.ts'
import { isSlot, NO_SLOT, SlotFields } from '../talks/slot-fields.tsx'
import { type FairDraft, FairForm, NEW_FAIR } from './fair-form.tsx'
import { VenuesChoice } from './venues-choice.tsx'
import { fairWords } from './words.ts'

type Prepared = FairDraft & { venueIds: string[]; slot: Slot }
const NOTHING: Prepared = { ...NEW_FAIR, venueIds: [], slot: NO_SLOT }

/** A fair is planned: its venues are held once this is saved, and it is announced from its own page. */
export function PrepareFairPage() {
  const w = useWords(fairWords)
  const school = useMySchool()
  const navigate = useNavigate()
  const client = useQueryClient()
  const touched = useRef(false)
  const send = useMutation({
    mutationFn: (body: Prepared) => call(draftFair, { params: { school }, body }),
    onSuccess: async ({ id }) => {
      touched.current = false
      said.success(w.drafted)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('school', { kind: 'fair', school, id }), replace: true })
    },
  })
  useUnsaved(() => touched.current && !send.isPending)
  return (
    <div className="column">
      <BackButton list="/school/fairs" />
      <h1>{w.prepare}</h1>
      <section className="card">
        <FairForm<Prepared>
          initial={NOTHING}
          submitLabel={w.draft}
          error={send.error}
          busy={send.isPending}
          onChange={() => {
            touched.current = true
          }}
          onSubmit={(draft) => send.mutate(draft)}
        >
          <FormSection title={w.section.placing} reason={w.placingHint}>
            <Form.Item
              name="venueIds"
              label={w.name.venueIds}
              {...fieldFault(send.error, 'venueIds')}
              rules={[{ required: true, message: w.venuesNeeded }]}
            >
              <VenuesChoice />
            </Form.Item>
            <Form.Item
              name="slot"
              required
              label={w.name.slot}
              {...fieldFault(send.error, 'slot.day', 'slot.from', 'slot.until')}
              rules={[
                {
                  validator: async (_rule, slot: Slot) => {
                    if (!isSlot(slot)) throw new Error(w.slotNeeded)
                  },
                },
              ]}
            >
              <SlotFields name={w.name.slot ?? ''} />
            </Form.Item>
          </FormSection>
        </FairForm>
      </section>
    </div>
  )
}
