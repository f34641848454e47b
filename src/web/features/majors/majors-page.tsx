import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import * as contract from '../../../contracts/majors.ts'
import { listColleges } from '../../../contracts/schools.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Filters } from '../../ui/filters.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { OneOf } from '../../ui/one-of.tsx'
import { Pager } from '../../ui/pager.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { caseWords } from '../cases/words.ts'
import { useCodeOptions } from '../terms/code-options.ts'
import { BringMajors } from './bring-majors.tsx'
import { type MajorDraft, MajorFields, majorDraftOf, majorOf, useMajorFaults } from './major-fields.tsx'
import { majorWords } from './words.ts'

type Colleges = readonly { readonly id: string; readonly name: string }[]

function AddMajor({ school, colleges }: { school: string; colleges: Colleges }) {
  const w = useWords(majorWords)
  const ui = useWords(uiWords)
  const client = useQueryClient()
  const faultsOf = useMajorFaults()
  return (
    <ActButton<MajorDraft & { readonly majorCode: string }>
      {...w.add}
      kind="primary"
      asked={{
        initial: { majorCode: '', majorName: '', educationLevel: null, colleges: [] },
        names: { majorCode: w.code, majorName: w.name, educationLevel: w.level, colleges: w.colleges },
        faults: (of) => ({ majorCode: of.majorCode.trim() ? null : ui.needed(w.code), ...faultsOf(of) }),
        show: (of, put, at) => (
          <>
            <LineField
              at={at('majorCode')}
              label={w.code}
              hint={w.codeHint}
              value={of.majorCode}
              most={LONGEST.number}
              onChange={(majorCode) => put({ majorCode })}
            />
            <MajorFields of={of} colleges={colleges} at={at} change={put} />
          </>
        ),
      }}
      act={(_reason, of) =>
        call(contract.addMajor, {
          params: { school },
          body: { ...majorOf(of), majorCode: of.majorCode.trim() },
        })
      }
      settled={() => client.invalidateQueries()}
    />
  )
}

type ChangeProps = { school: string; of: contract.Major; colleges: Colleges }
function ChangeMajor({ school, of: { code, version, inUse, ...rest }, colleges }: ChangeProps) {
  const w = useWords(majorWords)
  const client = useQueryClient()
  const faultsOf = useMajorFaults()
  return (
    <ActButton<MajorDraft & { readonly inUse: boolean }>
      {...w.change}
      asked={{
        initial: { ...majorDraftOf({ code, version, inUse, ...rest }), inUse },
        names: { majorName: w.name, educationLevel: w.level, colleges: w.colleges },
        faults: faultsOf,
        show: (of, put, at) => (
          <>
            <MajorFields of={of} colleges={colleges} at={at} change={put} />
            <OneOf<'yes' | 'no'>
              label={w.state}
              value={of.inUse ? 'yes' : 'no'}
              onChange={(using) => put({ inUse: using === 'yes' })}
              options={(['yes', 'no'] as const).map((value) => ({ value, label: w.using[value] }))}
            />
          </>
        ),
      }}
      act={(_reason, of) =>
        call(contract.changeMajor, {
          params: { school, majorCode: code },
          body: { ...majorOf(of), inUse: of.inUse, seenVersion: version },
        })
      }
      settled={() => client.invalidateQueries()}
    />
  )
}

/** 专业: the school's list of its majors, and how many students have each. */
export function MajorsPage() {
  const w = useWords(majorWords)
  const ui = useWords(uiWords)
  const cases = useWords(caseWords)
  const figures = useFigures()
  const school = useMySchool()
  const levels = useCodeOptions('education_level')
  const { address, shown, change, turn, isTurning } = useListAddress<{
    q: string
    college: string
    use: 'in-use' | 'stopped'
  }>()
  const { data: known } = useSuspenseQuery(ask(listColleges, { params: { school } }))
  const { data } = useSuspenseQuery(ask(contract.listMajors, { params: { school }, query: shown }))
  const active = { q: address.q, college: address.college, use: address.use }
  const isNarrowed = Object.values(active).some(Boolean)
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        <span className="number" role="img" aria-label={ui.records(data.total)}>
          {data.total}
        </span>
        <div className="page-act">
          <AddMajor school={school} colleges={known.items} />
        </div>
      </div>
      <p className="soft">{w.lead}</p>
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        <Filters active={active} onClear={change}>
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          <ChoiceFilter
            label={cases.college}
            all={cases.allColleges}
            value={address.college ?? ''}
            onChange={(college) => change({ college })}
            options={known.items.map(({ id: value, name: label }) => ({ value, label }))}
          />
          <ChoiceFilter<'in-use' | 'stopped'>
            label={w.state}
            all={w.all}
            value={address.use ?? ''}
            onChange={(use) => change({ use })}
            options={[
              { value: 'in-use', label: w.using.yes },
              { value: 'stopped', label: w.using.no },
            ]}
          />
        </Filters>
        {data.total === 0 ? (
          <div className="empty">{isNarrowed ? ui.noMatch : w.empty}</div>
        ) : (
          <>
            <SmallTable
              label={w.title}
              items={data.items}
              keyOf={({ code }) => code}
              columns={[
                { title: w.name, show: ({ name }) => name },
                { title: w.code, show: ({ code }) => code },
                {
                  title: w.level,
                  show: ({ educationLevel }) =>
                    levels.find(({ value }) => value === educationLevel)?.label ?? educationLevel,
                },
                {
                  title: w.colleges,
                  show: ({ colleges }) => colleges.map(({ name }) => name).join('、') || w.none,
                },
                { title: w.students, show: ({ students }) => figures.number(students) },
                {
                  title: w.state,
                  show: ({ inUse }) => (
                    <StateMark standing={inUse ? 'done' : 'over'}>
                      {inUse ? w.using.yes : w.using.no}
                    </StateMark>
                  ),
                },
              ]}
              acts={{
                title: w.change.label,
                show: (row) => <ChangeMajor school={school} of={row} colleges={known.items} />,
              }}
            />
            <Pager of={data} onPage={turn} />
          </>
        )}
      </section>
      <section className="card">
        <BringMajors school={school} />
      </section>
    </>
  )
}
