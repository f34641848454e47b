import { Input } from 'antd'
import { type AdmissionView, admissionActs as acts } from '../../../contracts/admissions.ts'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { daysMeant } from '../../../domain/plausible-day.ts'
import { call } from '../../call.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { type Acting, type Acts, CaseActs } from '../cases/case-acts.tsx'
import { EvidenceField } from '../evidence/evidence-field.tsx'
import { useFileFaults } from '../evidence/file-faults.ts'
import { admissionFilesAt, evidenceAt } from '../evidence/file-home.ts'
import { admissionWords } from './words.ts'

type Files = { files: readonly EvidenceFile[] }

/** The files as they are, to be replaced; nothing is sent while one is on its way. */
function WithFiles({ action, of, settled }: Acting<AdmissionView> & { action: 'answer' | 'apply-again' }) {
  const w = useWords(admissionWords)
  const { fileFaults, setUnfinished } = useFileFaults()
  return (
    <ActButton<Files>
      {...w.act[action]}
      kind="primary"
      reason={action === 'answer' ? 'needed' : 'optional'}
      asked={{
        initial: { files: of.evidence },
        show: (given, change, at) => (
          <div>
            <EvidenceField
              id={at('evidence').id}
              home={admissionFilesAt(of.school.code)}
              title={w.apply.files}
              hint={w.apply.filesHint}
              value={given.files}
              onChange={(next) => change({ files: next })}
              onUnfinished={setUnfinished}
            />
            <FieldFault of={at('evidence')} />
          </div>
        ),
        faults: fileFaults,
      }}
      act={(reason, given) =>
        call(acts[action], {
          params: { school: of.school.code, id: of.id },
          body: {
            seenVersion: of.version,
            evidence: given.files.map(({ id }) => id),
            ...(reason && { reason }),
          },
        })
      }
      settled={settled}
    />
  )
}

type Barring = Files & { until: string }
/** 不予入驻: why, until when, and what proves it. */
function BarButton({ of, settled }: Acting<AdmissionView>) {
  const { until, untilNeeded, files: title, filesHint, ...words } = useWords(admissionWords).act.bar
  const { fileFaults, setUnfinished } = useFileFaults()
  const { from, until: last } = daysMeant('ahead', serverNow())
  return (
    <ActButton<Barring>
      {...words}
      kind="danger"
      reason="needed"
      asked={{
        initial: { files: [], until: '' },
        show: (given, change, at) => (
          <>
            <label htmlFor={at('until').id}>{until}</label>
            <Input
              id={at('until').id}
              status={at('until').fault ? 'error' : ''}
              type="date"
              min={from}
              max={last}
              value={given.until}
              onChange={({ target }) => change({ until: target.value })}
            />
            <FieldFault of={at('until')} />
            <EvidenceField
              id={at('evidence').id}
              home={evidenceAt(of.school.code)}
              title={title}
              hint={filesHint}
              value={given.files}
              onChange={(next) => change({ files: next })}
              onUnfinished={setUnfinished}
            />
            <FieldFault of={at('evidence')} />
          </>
        ),
        faults: (given) => ({ until: given.until ? null : untilNeeded, ...fileFaults(given) }),
      }}
      act={(reason, given) =>
        call(acts.bar, {
          params: { school: of.school.code, id: of.id },
          body: {
            seenVersion: of.version,
            reason,
            until: given.until,
            evidence: given.files.map((file) => file.id),
          },
        })
      }
      settled={settled}
    />
  )
}

function ChangeLink() {
  const w = useWords(admissionWords)
  return <PlainLink to="/employer/record">{w.act.change}</PlainLink>
}

const ACTS = {
  answer: (acting: Acting<AdmissionView>) => <WithFiles action="answer" {...acting} />,
  'apply-again': (acting: Acting<AdmissionView>) => <WithFiles action="apply-again" {...acting} />,
  confirm: [acts.confirm, 'primary', 'none'],
  verify: [acts.verify, 'primary', 'optional'],
  approve: [acts.approve, 'primary', 'optional'],
  readmit: [acts.readmit, 'primary', 'needed'],
  ask: [acts.ask, 'plain', 'needed'],
  return: [acts.return, 'plain', 'needed'],
  reject: [acts.reject, 'danger', 'needed'],
  suspend: [acts.suspend, 'danger', 'needed'],
  appeal: [acts.appeal, 'primary', 'needed'],
  uphold: [acts.uphold, 'primary', 'needed'],
  lift: [acts.lift, 'plain', 'needed'],
  bar: BarButton,
  change: ChangeLink,
} as const satisfies Acts<'admission', AdmissionView>

/** What this reader may do with an admission. */
export function AdmissionActs({ of }: { of: AdmissionView }) {
  const w = useWords(admissionWords)
  return <CaseActs kind="admission" of={of} acts={ACTS} words={w.act} />
}
