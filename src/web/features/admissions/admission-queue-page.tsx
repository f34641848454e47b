import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listAdmissions } from '../../../contracts/admissions.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { ADMISSION_STATUSES, type AdmissionStatus } from '../../../domain/admission/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { caseWords } from '../cases/words.ts'
import { registrationWords } from '../registration/words.ts'
import { AllDone } from '../reviews/all-done.tsx'
import { MineOrAll } from '../reviews/mine-or-all.tsx'
import { WaitingHere } from '../reviews/waiting-here.tsx'
import { reviewWords } from '../reviews/words.ts'
import { type AdmissionRow, useAdmissionBrief } from './admission-brief.tsx'
import { admissionWords } from './words.ts'

type Filter = {
  q: string
  status: AdmissionStatus
  queue: 'mine' | 'all'
  waited: 'long'
  verification: 'overdue'
}

/** 单位入驻: employers that wait for the school's decision, or all that have asked it. */
export function AdmissionQueuePage() {
  const w = useWords(admissionWords).queue
  const reviews = useWords(reviewWords)
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const facts = useWords(registrationWords)
  const school = useMySchool()
  const brief = useAdmissionBrief()
  const { address, shown, change, turn, isTurning } = useListAddress<Filter>()
  const { data } = useSuspenseQuery(ask(listAdmissions, { params: { school }, query: shown }))
  const to = ({ id }: AdmissionRow) => caseAddress('school', { kind: 'admission', school, id })
  const queue = address.queue ?? 'mine'
  const search = (row: AdmissionRow) => ({ ...shown, queue, at: row.waitingSince })
  const isMine = queue === 'mine'
  return (
    <ListPage<AdmissionRow>
      title={w.title}
      page={data}
      empty={isMine ? <AllDone of={{ queue: 'admissions', words: w }} /> : w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{
        q: address.q,
        status: address.status && cases.admissionStatus[address.status],
        waited: address.waited && reviews.waitedLong,
        verification: address.verification && w.verificationOverdue,
      }}
      onClear={change}
      to={to}
      search={search}
      brief={brief}
      notes={isMine && <WaitingHere queue="admissions" />}
      filters={
        <>
          <MineOrAll
            open={queue}
            onChange={(next) => change({ queue: next, status: undefined, verification: undefined })}
          />
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          {!isMine && (
            <ChoiceFilter<AdmissionStatus>
              label={cases.review}
              all={cases.allStatuses}
              value={address.status ?? ''}
              onChange={(status) => change({ status })}
              options={ADMISSION_STATUSES.map((value) => ({
                value,
                label: `${cases.admissionStatus[value]} ${data.counts[value] ?? 0}`,
              }))}
            />
          )}
        </>
      }
      columns={[
        { title: cases.employer, show: (row) => row.name },
        { title: facts.creditCode, show: (row) => row.creditCode },
        { title: w.kind, show: (row) => facts.kind[row.kind] },
        { title: cases.review, show: (row) => brief(row).state },
        { title: cases.waited, show: (row) => brief(row).due },
        {
          title: ui.actions,
          show: (row) => (
            <Link to={to(row)} search={search(row)}>
              {isMine ? reviews.review : ui.details}
            </Link>
          ),
        },
      ]}
    />
  )
}
