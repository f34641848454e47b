import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getMyHelp, sayReferral } from '../../../contracts/help.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { NoticeList, RecordList } from './record-list.tsx'
import { helpWords } from './words.ts'

/** What the school has written of its contacts with the student, and has sent them. */
export function MyHelpPage() {
  const { mine, referral } = useWords(helpWords)
  const { instant } = useFigures()
  const client = useQueryClient()
  const school = useMySchool()
  const { data } = useSuspenseQuery(ask(getMyHelp, { params: { school } }))
  const said = data.referral
  return (
    <CasePage title={mine.title} back="/student" state={null}>
      <section className="card">
        <p className="soft">{mine.lead}</p>
        <h2>{mine.received}</h2>
        <NoticeList items={data.notices} empty={mine.noReceived} />
      </section>
      <section className="card">
        <h2>{referral.title}</h2>
        <p className="soft">{referral.lead}</p>
        {said && (
          <p>{referral.said(referral.is[said.isReferred ? 'agreed' : 'refused'], instant(said.saidAt))}</p>
        )}
        <div className="actions">
          {([true, false] as const)
            .filter((isReferred) => isReferred !== said?.isReferred)
            .map((isReferred) => (
              <ActButton
                key={String(isReferred)}
                {...(isReferred ? referral.agree : referral.refuse)}
                act={() => call(sayReferral, { params: { school }, body: { isReferred } })}
                settled={() => void client.invalidateQueries()}
              />
            ))}
        </div>
      </section>
      <section className="card">
        <h2>{mine.records}</h2>
        <RecordList items={data.records} empty={mine.noRecords} />
      </section>
    </CasePage>
  )
}
