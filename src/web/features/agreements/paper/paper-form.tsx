import { Form, Input } from 'antd'
import type { PaperRegistration } from '../../../../contracts/agreements.ts'
import type { EvidenceFile } from '../../../../contracts/evidence.ts'
import { normalCreditCode } from '../../../../domain/identifiers.ts'
import type { Terms } from '../../../../domain/terms.ts'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { fieldFault } from '../../cases/field-fault.ts'
import { useMeantDay } from '../../cases/refused-rule.ts'
import { caseWords } from '../../cases/words.ts'
import { EvidenceItem } from '../../evidence/evidence-item.tsx'
import { evidenceAt } from '../../evidence/file-home.ts'
import type { TermsDraft } from '../../terms/terms-draft.ts'
import { TermsForm } from '../../terms/terms-form.tsx'
import { termsWords } from '../../terms/words.ts'
import { EmployerFields } from './employer-fields.tsx'
import { paperWords } from './words.ts'

/** What a paper says beside its terms, as it is typed. */
type Beside = {
  creditCode: string
  name: string
  signedOn: string
  evidence: readonly EvidenceFile[]
}
/** What is sent. */
export type PaperGiven = Omit<PaperRegistration, 'terms'> & { terms: Terms }
/** What is typed, as far as it has come. */
export type PaperDraft = Partial<TermsDraft> & { beside?: Beside }
type Props = {
  school: string
  initial: PaperDraft
  submitLabel: string
  error: unknown
  busy: boolean
  isKept?: boolean
  onDraft?: (draft: PaperDraft) => void
  onReload?: () => void
  onSubmit: (given: PaperGiven) => void
}

/** 纸质签约: with whom, when, on which terms, and the scans. */
export function PaperForm({
  school,
  initial,
  submitLabel,
  error,
  busy,
  isKept = false,
  onDraft,
  onReload,
  onSubmit,
}: Props) {
  const w = useWords(paperWords)
  const t = useWords(termsWords)
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const signed = useMeantDay('signed')
  const names = {
    creditCode: t.creditCode,
    name: cases.employer,
    signedOn: cases.signedOn,
    evidence: t.scans,
  }
  return (
    <TermsForm<Beside>
      initial={initial}
      deadline={null}
      copied
      hint={w.termsHint}
      isKept={isKept}
      {...(onDraft && { onDraft })}
      first={{
        title: w.who,
        reason: w.whoReason,
        fields: (
          <>
            <EmployerFields school={school} error={error} />
            <Form.Item
              name={['beside', 'signedOn']}
              label={cases.signedOn}
              rules={[{ required: true, message: ui.needed(cases.signedOn) }, signed.rule]}
              validateTrigger="onBlur"
              {...fieldFault(error, 'signedOn')}
            >
              <Input type="date" {...signed.span} />
            </Form.Item>
          </>
        ),
      }}
      last={{
        title: t.scans,
        fields: (
          <div className="both">
            <EvidenceItem
              name={['beside', 'evidence']}
              home={evidenceAt(school)}
              title={t.scans}
              hint={w.scans}
              error={error}
            />
          </div>
        ),
      }}
      names={names}
      submitLabel={submitLabel}
      error={error}
      busy={busy}
      onReload={onReload}
      onSubmit={(terms, _respondBy, { creditCode, name, signedOn, evidence }) =>
        onSubmit({
          employer: { creditCode: normalCreditCode(creditCode), name: name.trim() },
          signedOn,
          terms,
          evidence: evidence.map(({ id }) => id),
        })
      }
    />
  )
}
