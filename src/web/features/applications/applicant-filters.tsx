import { useQuery } from '@tanstack/react-query'
import { employerWorkbench } from '../../../contracts/employers.ts'
import { listOwnPosts } from '../../../contracts/posts.ts'
import { MARKS, type Mark } from '../../../domain/application/assessment.ts'
import { type ApplicationStatus, EMPLOYER_READS } from '../../../domain/application/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { Filters } from '../../ui/filters.tsx'
import type { useListAddress } from '../../ui/list-address.ts'
import { useIsPhone } from '../../ui/narrow.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useCodeOptions } from '../terms/code-options.ts'
import { applicationWords } from './words.ts'

/** What the address says of the applicants: `view` is the table or the board. */
export type Address = {
  view: 'board'
  q: string
  status: ApplicationStatus
  post: string
  school: string
  education: string
  mark: Mark
  after: string
}
/** As the server is asked. */
export type Filter = Omit<Partial<Address>, 'view' | 'after'>
type Change = ReturnType<typeof useListAddress<Address>>['change']
/** As many posts as a choice is made of; an older one is reached from its own page. */
const POSTS_TO_CHOOSE = 100

/** Which of them are shown, in a table as on a board. */
export function ApplicantFilters({
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
  // On a phone the board's states are its tabs.
  const isTabbed = useIsPhone() && address.view === 'board'
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
        status: status && !isTabbed ? w.toEmployer[status] : undefined,
        post: labelOf(ofPosts, post),
        school: labelOf(ofSchools, school),
        education: labelOf(educations, education),
        mark: mark && w.mark[mark],
      }}
      onClear={(cleared) => anew(cleared)}
    >
      <SearchField label={w.q} sought={q ?? ''} onSearch={(next) => anew({ q: next })} />
      {!isTabbed && (
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
      )}
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
