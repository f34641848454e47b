import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { listJobs, saveSearch } from '../../../contracts/jobs.ts'
import { LONGEST } from '../../../domain/longest.ts'
import {
  POST_EDUCATIONS,
  POST_KINDS,
  type PostEducation,
  type PostKind,
} from '../../../domain/post/content.ts'
import type { Digest } from '../../../domain/post/digest.ts'
import { POST_SORTS, type PostSort } from '../../../domain/post/search.ts'
import { ask, call } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { FieldFault } from '../../ui/field-at.tsx'
import { Filters } from '../../ui/filters.tsx'
import { type ListAddress, useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { jobWords } from '../posts/words.ts'
import { useCodeOptions } from '../terms/code-options.ts'
import { DigestChoice } from './digest-choice.tsx'
import { useJobSaid } from './job-said.ts'
import { KeepButton } from './keep-button.tsx'
import { isSought, type JobFilter, savedOf } from './sought.ts'
import { marketWords } from './words.ts'
import './jobs.css'

const PAYS = ['3000', '5000', '8000', '10000', '15000']
const SINCE = ['1', '3', '7', '30']
const CODED = [
  ['region', 'region'],
  ['category', 'job_category'],
  ['industry', 'industry'],
  ['nature', 'employer_nature'],
] as const

/** Asked for less often: they stand behind 更多条件 until one of them narrows. */
const MORE = ['region', 'category', 'industry', 'nature', 'kind', 'education', 'pay', 'since'] as const

type Change = (next: ListAddress<JobFilter>) => void

/** Under a name, to see later what has come. */
function SaveButton({ address }: { address: Partial<JobFilter> }) {
  const w = useWords(marketWords)
  const school = useMySchool()
  const client = useQueryClient()
  return (
    <ActButton<{ searchName: string; digest: Digest }>
      {...w.save}
      asked={{
        initial: { searchName: address.q?.slice(0, LONGEST.searchName) ?? '', digest: 'off' },
        names: { searchName: w.searchName, digest: w.digest },
        faults: ({ searchName }) => ({ searchName: searchName.trim() ? null : w.nameNeeded }),
        show: ({ searchName, digest }, put, at) => (
          <>
            <label htmlFor={at('searchName').id}>{w.searchName}</label>
            <Input
              id={at('searchName').id}
              maxLength={LONGEST.searchName}
              aria-required
              aria-invalid={at('searchName').fault !== null}
              status={at('searchName').fault ? 'error' : ''}
              value={searchName}
              onChange={({ target }) => put({ searchName: target.value })}
            />
            <FieldFault of={at('searchName')} />
            <div>{w.digest}</div>
            <DigestChoice label={w.digest} value={digest} onChange={(next) => put({ digest: next })} />
          </>
        ),
      }}
      act={(_reason, { searchName, digest }) =>
        call(saveSearch, {
          params: { school },
          body: { searchName: searchName.trim(), sought: savedOf(address), digest },
        })
      }
      settled={() => client.invalidateQueries()}
    />
  )
}

/** By what the list is narrowed: the filters of the public page, and the student's own major. */
function JobFilters({
  address,
  change,
  major,
}: {
  address: Partial<JobFilter>
  change: Change
  major: string
}) {
  const w = useWords(marketWords)
  const jobs = useWords(jobWords)
  const options = {
    region: useCodeOptions('region'),
    category: useCodeOptions('job_category'),
    industry: useCodeOptions('industry'),
    nature: useCodeOptions('employer_nature'),
  }
  const labelOf = (field: keyof typeof options, code?: string) =>
    options[field].find(({ value }) => value === code)?.label
  const anew: Change = (next) => change({ after: undefined, ...next })
  const isNarrowed = MORE.some((field) => address[field] !== undefined)
  return (
    <Filters
      active={{
        q: address.q,
        ...Object.fromEntries(
          CODED.map(([field]) => [field, address[field] && labelOf(field, address[field])]),
        ),
        kind: address.kind && jobs.kind[address.kind],
        education: address.education && jobs.education[address.education],
        major: address.major && jobs.majors(address.major),
        pay: address.pay && `${jobs.pay} ${address.pay}`,
        since: address.since && jobs.sinceDays(Number(address.since)),
      }}
      onClear={anew}
    >
      <SearchField label={jobs.q} sought={address.q ?? ''} onSearch={(q) => anew({ q, sort: undefined })} />
      {major !== '' && (
        <Button
          aria-pressed={address.major === major}
          onClick={() => anew({ major: address.major === major ? undefined : major })}
        >
          {w.forMyMajor}
        </Button>
      )}
      <ChoiceFilter<PostSort>
        label={w.sort}
        value={address.sort ?? (address.q ? 'best' : 'newest')}
        onChange={(sort) => anew({ sort })}
        options={POST_SORTS.map((value) => ({ value, label: jobs.sorts[value] }))}
      />
      <details className="market-more" open={isNarrowed || undefined}>
        <summary>{w.more}</summary>
        <div className="filters">
          {CODED.map(([field]) => (
            <ChoiceFilter<string>
              key={field}
              label={jobs[field]}
              all={jobs[field]}
              seeks
              value={address[field] ?? ''}
              onChange={(value) => anew({ [field]: value })}
              options={options[field]}
            />
          ))}
          <ChoiceFilter<PostKind>
            label={jobs.kindField}
            all={jobs.kindField}
            value={address.kind ?? ''}
            onChange={(kind) => anew({ kind })}
            options={POST_KINDS.map((value) => ({ value, label: jobs.kind[value] }))}
          />
          <ChoiceFilter<PostEducation>
            label={jobs.educationField}
            all={jobs.educationField}
            value={address.education ?? ''}
            onChange={(education) => anew({ education })}
            options={POST_EDUCATIONS.slice(1).map((value) => ({ value, label: jobs.education[value] }))}
          />
          <ChoiceFilter<string>
            label={jobs.pay}
            all={jobs.pay}
            value={address.pay ?? ''}
            onChange={(pay) => anew({ pay })}
            options={PAYS.map((value) => ({ value, label: value }))}
          />
          <ChoiceFilter<string>
            label={jobs.since}
            all={jobs.since}
            value={address.since ?? ''}
            onChange={(since) => anew({ since })}
            options={SINCE.map((value) => ({ value, label: jobs.sinceDays(Number(value)) }))}
          />
        </div>
      </details>
    </Filters>
  )
}

/** All that is open to the student, as far as it is sought. */
export function OpenJobs() {
  const w = useWords(marketWords)
  const jobs = useWords(jobWords)
  const school = useMySchool()
  const { address, shown, change, isTurning } = useListAddress<JobFilter & { tab: string }>()
  const { tab: _, page: __, ...query } = shown
  const { data } = useSuspenseQuery(ask(listJobs, { params: { school }, query }))
  const say = useJobSaid(data.names)
  return (
    <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
      <p className="soft">{w.lead}</p>
      <JobFilters address={address} change={change} major={data.major} />
      {isSought(address) && <SaveButton key={JSON.stringify(savedOf(address))} address={address} />}
      {data.items.length === 0 && <div className="empty">{isSought(address) ? jobs.none : jobs.nothing}</div>}
      <ul className="market" aria-label={w.tabs.open}>
        {data.items.map((job) => (
          <li key={job.id}>
            <div>
              <p>
                <Link to="/student/jobs/$shortId" params={{ shortId: job.shortId }}>
                  {job.title}
                </Link>{' '}
                <span className="job-pay">{say.pay(job)}</span>
              </p>
              <p>
                {job.employer}
                {job.audience === 'students' && ` · ${w.studentsOnly}`}
              </p>
              <p className="soft">{say.facts(job)}</p>
            </div>
            <div className="market-acts">
              <KeepButton shortId={job.shortId} isKept={job.isFavourite} title={job.title} />
            </div>
          </li>
        ))}
      </ul>
      <OnwardPages label={w.tabs.open} after={address.after} next={data.next} onPage={change} />
    </section>
  )
}
