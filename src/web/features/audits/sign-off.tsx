import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type AuditSigning, getAuditContent, signAudit } from '../../../contracts/audits.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { auditWords } from './words.ts'
import './audits.css'

type Of = {
  readonly year: number
  readonly signings: readonly AuditSigning[]
  readonly maySign: boolean
}

/** By what the content is known, whether it is what was signed, and who has signed what. */
export function SignOff({ of: { year, signings, maySign } }: { of: Of }) {
  const w = useWords(auditWords)
  const figures = useFigures()
  const school = useMySchool()
  const { data } = useSuspenseQuery(ask(getAuditContent, { params: { school }, query: { year } }))
  const changed = data.topics.filter(({ isChanged }) => isChanged).map(({ topic }) => w.topic[topic])
  const standing = () => {
    if (signings.length === 0) return w.notSigned
    return changed.length === 0 ? w.same : w.changed(changed.join(' · '))
  }
  return (
    <section className="card">
      <h2>{w.signing}</h2>
      <p>{standing()}</p>
      <p className="soft audit-hash">
        {w.hash}: {data.hash}
      </p>
      {!maySign && <p className="soft">{w.onlyAdministrators}</p>}
      {maySign && !data.isSigned && <SignButton year={year} school={school} seenHash={data.hash} />}
      {signings.length > 0 && (
        <SmallTable
          label={w.signed}
          items={signings}
          keyOf={({ id }) => id}
          columns={[
            { title: w.signedBy, show: ({ signatory }) => signatory },
            { title: w.position, show: ({ signatoryPosition }) => signatoryPosition },
            { title: w.signedAt, show: ({ signedAt }) => figures.instant(signedAt) },
            { title: w.signedHash, show: ({ hash }) => <span className="audit-hash">{hash}</span> },
          ]}
        />
      )}
    </section>
  )
}

type Signing = { readonly year: number; readonly school: string; readonly seenHash: string }
function SignButton({ year, school, seenHash }: Signing) {
  const w = useWords(auditWords)
  const client = useQueryClient()
  return (
    <ActButton<{ readonly signatoryPosition: string }>
      {...w.sign}
      kind="primary"
      asked={{
        initial: { signatoryPosition: '' },
        names: { signatoryPosition: w.position },
        faults: ({ signatoryPosition }) => ({
          signatoryPosition: signatoryPosition.trim() ? null : w.positionNeeded,
        }),
        show: ({ signatoryPosition }, put, at) => (
          <LineField
            at={at('signatoryPosition')}
            label={w.position}
            value={signatoryPosition}
            most={LONGEST.position}
            hint={w.positionHint}
            onChange={(text) => put({ signatoryPosition: text })}
          />
        ),
      }}
      act={(_reason, { signatoryPosition }) =>
        call(signAudit, { params: { school }, body: { year, signatoryPosition, seenHash } })
      }
      settled={() => void client.invalidateQueries()}
    />
  )
}
