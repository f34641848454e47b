import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { employerWorkbench } from '../../../contracts/employers.ts'
import { findResumes } from '../../../contracts/resumes.ts'
import { payRange } from '../../../words/figures.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Filters } from '../../ui/filters.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { useCodeOptions } from '../terms/code-options.ts'
import { readWords, resumeWords } from './words.ts'
import '../jobs/jobs.css'

type Address = Readonly<
  Record<'school' | 'category' | 'region' | 'education' | 'majorCode' | 'after', string>
>
const CODED = [
  ['region', 'region'],
  ['category', 'job_category'],
  ['education', 'education_level'],
] as const

/** Résumés that students of one school show to employers. */
function Found({
  school,
  address,
  shown,
  change,
  isTurning,
}: ReturnType<typeof useListAddress<Address>> & { school: string }) {
  const w = useWords(resumeWords)
  const read = useWords(readWords)
  const nameOf = useNameOf()
  const figures = useFigures()
  const { language } = useLanguage()
  const { school: _, page: __, ...query } = shown
  const { data } = useSuspenseQuery(ask(findResumes, { params: { school }, query }))
  const options = {
    region: useCodeOptions('region'),
    category: useCodeOptions('job_category'),
    education: useCodeOptions('education_level'),
  }
  const anew = (next: Partial<Address>) => change({ after: undefined, ...next })
  const labelOf = (field: keyof typeof options) =>
    options[field].find(({ value }) => value === address[field])?.label
  const named = (key: string, code: string) => (data.names[key] ? nameOf(data.names[key]) : code)
  const isSought = CODED.some(([field]) => address[field]) || Boolean(address.majorCode)
  return (
    <>
      <Filters
        active={{
          ...Object.fromEntries(CODED.map(([field]) => [field, address[field] && labelOf(field)])),
          majorCode: address.majorCode && `${w.found.major} ${address.majorCode}`,
        }}
        onClear={anew}
      >
        <SearchField
          label={w.found.major}
          sought={address.majorCode ?? ''}
          onSearch={(majorCode) => anew({ majorCode })}
        />
        {CODED.map(([field]) => (
          <ChoiceFilter<string>
            key={field}
            label={w.found[field]}
            all={w.found[field]}
            seeks
            value={address[field] ?? ''}
            onChange={(value) => anew({ [field]: value })}
            options={options[field]}
          />
        ))}
      </Filters>
      {data.items.length === 0 && <div className="empty">{isSought ? w.found.none : w.found.nothing}</div>}
      <ul className="market" aria-busy={isTurning} aria-label={w.found.title}>
        {data.items.map(({ id, maskedName, education, wish, shownAt }) => (
          <li key={id}>
            <div>
              <p>
                <Link to="/employer/resumes/$school/$id" params={{ school, id }}>
                  {maskedName} · {education.major}
                </Link>
              </p>
              <p>
                {nameOf(education.level)} · {read.graduates(education.graduationYear)}
              </p>
              <p className="soft">
                {[
                  wish.category && named(`job_category/${wish.category}`, wish.category),
                  wish.regions.map((code) => named(`region/${code}`, code)).join(read.and),
                  wish.pay !== null && payRange(wish.pay, null, language),
                  `${w.found.shownAt} ${figures.instant(shownAt)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <OnwardPages label={w.found.title} after={address.after} next={data.next} onPage={change} />
    </>
  )
}

/** 学生简历, for an employer: of each school that admits it. */
export function FoundResumesPage() {
  const w = useWords(resumeWords)
  const nameOf = useNameOf()
  const list = useListAddress<Address>()
  const { data } = useSuspenseQuery(ask(employerWorkbench))
  const schools = data.schools.filter(({ admitted }) => admitted)
  const school = schools.find(({ code }) => code === list.address.school) ?? schools[0]
  return (
    <>
      <h1>{w.found.title}</h1>
      <section className="card">
        <p className="soft">{w.found.lead}</p>
        {schools.length > 1 && (
          <ChoiceFilter<string>
            label={w.found.school}
            value={school?.code ?? ''}
            onChange={(code) => list.change({ school: code, after: undefined })}
            options={schools.map((one) => ({ value: one.code, label: nameOf(one) }))}
          />
        )}
        {school ? <Found {...list} school={school.code} /> : <div className="empty">{w.found.noSchool}</div>}
      </section>
    </>
  )
}
