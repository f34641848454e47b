import { useSuspenseQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { addressOf } from '../../../contracts/address.ts'
import { employerWorkbench } from '../../../contracts/employers.ts'
import { listInvitationBatches, readInvitationTemplate } from '../../../contracts/invitation-batches.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { employerWords } from '../employers/words.ts'
import { BatchState } from './batch-state.tsx'
import { UploadInvitations } from './upload-invitations.tsx'
import { batchWords } from './words.ts'

/** 邀请多名学生: a list is brought here, and every list that was. */
export function InvitationBatchesPage() {
  const w = useWords(batchWords)
  const employers = useWords(employerWords)
  const { language } = useLanguage()
  const nameOf = useNameOf()
  const figures = useFigures()
  const { shown, turn, isTurning } = useListAddress()
  const { data: desk } = useSuspenseQuery(ask(employerWorkbench))
  const { data } = useSuspenseQuery(ask(listInvitationBatches, { query: shown }))
  const schools = desk.schools.filter(({ admitted }) => admitted)
  const [chosen, setChosen] = useState(schools[0]?.code)
  return (
    <ListPage
      title={w.title}
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      to={({ school, id }) => `/employer/invite-many/${school.code}/${id}`}
      act={
        <a
          className="plain-button"
          href={addressOf(readInvitationTemplate, { query: { language } })}
          download
        >
          {w.template}
        </a>
      }
      notes={
        chosen === undefined ? (
          <p className="empty">{employers.empty}</p>
        ) : (
          <section className="card">
            <p>{w.lead}</p>
            {schools.length > 1 && (
              <Select
                className="batch-school"
                aria-label={w.school}
                value={chosen}
                onChange={setChosen}
                options={schools.map((one) => ({ value: one.code, label: nameOf(one) }))}
              />
            )}
            <UploadInvitations school={chosen} title={w.file} />
          </section>
        )
      }
      brief={(row) => ({
        who: row.fileName,
        what: nameOf(row.school),
        state: <BatchState status={row.status} />,
        due: figures.instant(row.begunAt),
      })}
      columns={[
        { title: w.file, show: (row) => <span className="whole">{row.fileName}</span> },
        { title: w.school, show: (row) => nameOf(row.school) },
        { title: w.by, show: (row) => row.by },
        { title: w.when, show: (row) => figures.instant(row.begunAt) },
        { title: w.sentRows, show: (row) => figures.number(row.counts.sent) },
        { title: w.state, show: (row) => <BatchState status={row.status} /> },
      ]}
    />
  )
}
