import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { type ApplicantRow, listApplications } from '../../../contracts/applications.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { employerWorkbench } from '../../../contracts/employers.ts'
import { listOwnPosts } from '../../../contracts/posts.ts'
import { MARKS, type Mark } from '../../../domain/application/assessment.ts'
import { type ApplicationStatus, EMPLOYER_READS, isUnanswered } from '../../../domain/application/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { RowsOrTable } from '../../ui/data-list.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Filters } from '../../ui/filters.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { TickBar } from '../../ui/tick-bar.tsx'
import { useTicks } from '../../ui/ticks.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useCodeOptions } from '../terms/code-options.ts'
import { ApplicationMark } from './application-mark.tsx'
import { mayBeTicked, type Outcome, SeveralApplicants, SeveralDone } from './several-applicants.tsx'
import { applicationWords } from './words.ts'

type Address = {
  q: string
  status: ApplicationStatus
  post: string
  school: string
  education: string
  mark: Mark
  after: string
}
type Change = ReturnType<typeof useListAddress<Address>>['change']
/** As many posts as a choice is made of; an older one is reached from its own page. */
const POSTS_TO_CHOOSE = 100

function ApplicantFilters({
  address,
  counts,
  change,
}: {
  address: Partial<Address>
  counts: Partial<Record<ApplicationStatus, number>>
  change: Change
}) {
  const w = useWords(applicationWords)
  const nameOf = useNameOf()
  const posts = useQuery(ask(listOwnPosts, { query: { pageSize: POSTS_TO_CHOOSE } })).data?.items ?? []
  const schools = useQuery(ask(employerWorkbench)).data?.schools ?? []
  const educations = useCodeOptions('education_level')
  const anew = (next: Partial<Address>) => change({ ...next, after: undefined })
  const { q, status, post, school, education, mark } = address
  const labelOf = <T extends { value: string; label: string }>(of: readonly T[], value: string | undefined) =>
    of.find((one) => one.value === value)?.label ?? value
  const ofPosts = posts.map(({ id, title }) => ({ value: id, label: title }))
  const ofSchools = schools.map((one) => ({ value: one.code, label: nameOf(one) }))
  return (
    <Filters
      active={{
        q,
        status: status && w.toEmployer[status],
        post: labelOf(ofPosts, post),
        school: labelOf(ofSchools, school),
        education: labelOf(educations, education),
        mark: mark && w.mark[mark],
      }}
      onClear={(cleared) => anew(cleared)}
    >
      <SearchField label={w.q} sought={q ?? ''} onSearch={(next) => anew({ q: next })} />
      <ChoiceFilter<ApplicationStatus>
        label={w.state}
        all={w.anyState}
        value={status ?? ''}
        onChange={(next) => anew({ status: next })}
        options={EMPLOYER_READS.map((value) => ({
          value,
          label: `${w.toEmployer[value]} ${counts[value] ?? 0}`,
        }))}
      />
      <ChoiceFilter<string>
        label={w.post}
        all={w.anyPost}
        seeks
        value={post ?? ''}
        onChange={(next) => anew({ post: next })}
        options={ofPosts}
      />
      {ofSchools.length > 1 && (
        <ChoiceFilter<string>
          label={w.school}
          all={w.anySchool}
          value={school ?? ''}
          onChange={(next) => anew({ school: next })}
          options={ofSchools}
        />
      )}
      <ChoiceFilter<string>
        label={w.education}
        all={w.anyEducation}
        value={education ?? ''}
        onChange={(next) => anew({ education: next })}
        options={educations}
      />
      <ChoiceFilter<Mark>
        label={w.marked}
        all={w.anyMark}
        value={mark ?? ''}
        onChange={(next) => anew({ mark: next })}
        options={MARKS.map((value) => ({ value, label: w.mark[value] }))}
      />
    </Filters>
  )
}

/** 应聘学生, of one post or of all. */
export function ApplicantsPage() {
  const w = useWords(applicationWords)
  const figures = useFigures()
  const nameOf = useNameOf()
  const { address, shown, change, isTurning } = useListAddress<Address>()
  const { page: _, ...query } = shown
  const { data } = useSuspenseQuery(ask(listApplications, { query }))
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const tickable = data.items.filter(mayBeTicked)
  const [chosen, choose] = useTicks<ApplicantRow>(data.items, JSON.stringify(shown), mayBeTicked)
  const toggle = (row: ApplicantRow) => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    choose(next)
  }
  const isNarrowed = Object.entries(query).some(([name, value]) => name !== 'after' && value)
  const stateOf = (row: ApplicantRow) => (
    <>
      <ApplicationMark status={row.status} reader="employer" />
      {row.invitation && <span className="soft"> · {w.invited[row.invitation]}</span>}
    </>
  )
  const dueOf = (row: ApplicantRow) => {
    if (!isUnanswered(row.status)) return ''
    return (row.noAnswerYet ? w.late : w.due)(figures.day(row.answerBy))
  }
  return (
    <>
      <div className="page-head">
        <h1>{w.applicants}</h1>
      </div>
      <p className="soft">{w.lead}</p>
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        <ApplicantFilters address={address} counts={data.counts} change={change} />
        {outcome && <SeveralDone of={outcome} />}
        {data.items.length === 0 ? (
          <div className="empty">{isNarrowed ? w.noMatch : w.none}</div>
        ) : (
          <RowsOrTable<ApplicantRow>
            label={w.applicants}
            items={data.items}
            to={({ school, id }) => caseAddress('employer', { kind: 'application', school: school.code, id })}
            brief={(row) => ({
              who: row.applicant.name,
              what: `${row.title} · ${row.applicant.major}`,
              state: stateOf(row),
              due: dueOf(row),
            })}
            tick={{
              title: w.select,
              show: (row) => (
                <Checkbox
                  aria-label={`${w.select} ${row.applicant.name} ${row.title}`}
                  disabled={!mayBeTicked(row)}
                  checked={chosen.has(row.id)}
                  onChange={() => toggle(row)}
                />
              ),
            }}
            columns={[
              { title: w.student, show: ({ applicant }) => <span className="whole">{applicant.name}</span> },
              { title: w.post, show: ({ title }) => title },
              { title: w.school, show: ({ school }) => nameOf(school) },
              {
                title: w.major,
                show: ({ applicant }) => (
                  <>
                    {applicant.major} <span className="soft">{nameOf(applicant.education)}</span>
                  </>
                ),
              },
              {
                title: w.appliedAt,
                show: (row) => <span className="whole">{figures.dayOf(row.appliedAt)}</span>,
              },
              { title: w.state, show: stateOf },
              { title: w.marked, show: ({ mark }) => mark && <span className="whole">{w.mark[mark]}</span> },
              { title: w.answerDue, show: dueOf },
            ]}
          />
        )}
        <OnwardPages label={w.applicants} after={address.after} next={data.next} onPage={change} />
      </section>
      {chosen.size > 0 && (
        <TickBar text={w.chosen(chosen.size)}>
          <Button onClick={() => choose(new Map())}>{w.chooseNone}</Button>
          <Button onClick={() => choose(new Map(tickable.map((row) => [row.id, row])))}>
            {w.selectPage}
          </Button>
          <SeveralApplicants
            rows={[...chosen.values()]}
            onDone={(outcome) => {
              setOutcome(outcome)
              choose(new Map())
            }}
          />
        </TickBar>
      )}
    </>
  )
}
