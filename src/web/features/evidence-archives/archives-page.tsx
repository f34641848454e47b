import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArchivePart } from '../../../contracts/evidence-archives.ts'
import * as contract from '../../../contracts/evidence-archives.ts'
import { getSettings } from '../../../contracts/schools.ts'
import {
  ARCHIVED,
  ARCHIVED_WHICH,
  type Archived,
  type ArchivedWhich,
} from '../../../domain/evidence-archive/archive.ts'
import { showSize } from '../../../words/file-size.ts'
import { ask, fetchFile } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { Filters } from '../../ui/filters.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { caseWords } from '../cases/words.ts'
import { FileForPurpose } from '../students/file-for-purpose.tsx'
import { useRosterChoices } from '../students/roster-filters.tsx'
import { rosterListWords } from '../students/roster-list-words.ts'
import { studentWords } from '../students/words.ts'
import { TakenFiles } from '../taken-files/taken-files.tsx'
import { NamePattern, useNamesFault } from './name-pattern.tsx'
import { archiveWords } from './words.ts'

type Address = { kind: Archived; which: ArchivedWhich; college: string; year: string }

/** 材料打包导出: of which cases, how the files are named, and the zip files in which they come. */
export function ArchivesPage() {
  const w = useWords(archiveWords)
  const roster = useWords(rosterListWords)
  const students = useWords(studentWords)
  const cases = useWords(caseWords)
  const school = useMySchool()
  const { address, shown, change, isTurning } = useListAddress<Address>()
  const { archiveNames: usual } = useSuspenseQuery(ask(getSettings, { params: { school } })).data
  const [chosen, choose] = useState<string | null>(null)
  const names = chosen ?? usual
  const { kind = 'agreement', which = 'settled', college, year } = shown
  const filter = { kind, which, ...(college && { college }), ...(year && { year }) }
  const { data } = useSuspenseQuery(ask(contract.weighArchive, { params: { school }, query: filter }))
  const years = useRosterChoices(school, true)?.years ?? []
  return (
    <>
      <h1>{w.title}</h1>
      <p className="soft">{w.lead}</p>
      <section className="card">
        <Filters active={{ college: address.college, year: address.year }} onClear={change}>
          <ChoiceFilter<Archived>
            label={w.kind}
            value={address.kind ?? 'agreement'}
            onChange={(chosen) => change({ kind: chosen })}
            options={ARCHIVED.map((value) => ({ value, label: w.kinds[value] }))}
          />
          <ChoiceFilter<ArchivedWhich>
            label={w.which}
            value={address.which ?? 'settled'}
            onChange={(chosen) => change({ which: chosen })}
            options={ARCHIVED_WHICH.map((value) => ({ value, label: w.whiches[value] }))}
          />
          <ChoiceFilter
            label={students.year}
            all={roster.all.year}
            value={address.year ?? ''}
            onChange={(chosen) => change({ year: chosen })}
            options={years.map((one) => ({ value: String(one), label: roster.of(one) }))}
          />
          {data.colleges.length > 1 && (
            <ChoiceFilter
              label={cases.college}
              all={cases.allColleges}
              value={address.college ?? ''}
              onChange={(chosen) => change({ college: chosen })}
              options={data.colleges.map(({ id: value, name: label }) => ({ value, label }))}
            />
          )}
        </Filters>
        <p className="soft">{w.whichHint}</p>
      </section>
      <NamePattern names={names} usual={usual} onChange={choose} />
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        <h2>{w.parts}</h2>
        <Parts parts={data.parts} filter={filter} names={names} />
      </section>
      <TakenFiles kind="evidence" />
    </>
  )
}

type Chosen = {
  readonly filter: { kind: Archived; which: ArchivedWhich; college?: string; year?: string }
  readonly names: string
}

function Parts({ parts, ...chosen }: Chosen & { parts: readonly ArchivePart[] }) {
  const w = useWords(archiveWords)
  const figures = useFigures()
  const fault = useNamesFault(chosen.names)
  const sum = (of: 'students' | 'files' | 'bytes') => parts.reduce((all, part) => all + part[of], 0)
  if (parts.length === 0) return <div className="empty">{w.empty}</div>
  const all = figures.number(parts.length)
  const numbered = parts.map((part, index) => ({ ...part, n: index + 1 }))
  return (
    <>
      <p>{w.whole(figures.number(sum('students')), figures.number(sum('files')), showSize(sum('bytes')))}</p>
      <p className="soft">{w.partsHint(all)}</p>
      <SmallTable
        label={w.parts}
        items={numbered}
        keyOf={({ from }) => from}
        columns={[
          { title: w.part, show: ({ n }) => w.partOf(figures.number(n), all) },
          { title: w.span, show: ({ from, to }) => `${from} – ${to}` },
          { title: w.students, show: ({ students }) => figures.number(students) },
          { title: w.files, show: ({ files }) => figures.number(files) },
          { title: w.size, show: ({ bytes }) => showSize(bytes) },
        ]}
        acts={{
          title: w.take.label,
          show: (part) =>
            part.files === 0 ? (
              <span className="soft">{w.noFiles}</span>
            ) : fault ? (
              <span className="soft">{w.namesFirst}</span>
            ) : (
              <TakePart part={part} {...chosen} />
            ),
        }}
      />
    </>
  )
}

/** One zip, for a purpose. */
function TakePart({ part, filter, names }: Chosen & { part: ArchivePart & { readonly n: number } }) {
  const w = useWords(archiveWords)
  const figures = useFigures()
  const school = useMySchool()
  const client = useQueryClient()
  const { title, ...words } = w.take
  const { from, to, n } = part
  return (
    <FileForPurpose
      words={{ ...words, title: title(figures.number(part.files), showSize(part.bytes)) }}
      name={w.fileName(w.kinds[filter.kind], String(n))}
      settled={() => client.invalidateQueries()}
      get={(asked) =>
        fetchFile(contract.takeArchive, {
          params: { school },
          body: { filter, span: { from, to }, names, ...asked },
        })
      }
    />
  )
}
