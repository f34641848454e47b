import { useSuspenseQuery } from '@tanstack/react-query'
import { listTakenFiles, type TakenFile } from '../../../contracts/taken-files.ts'
import type { Taken } from '../../../domain/taken.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { archiveWords } from '../evidence-archives/words.ts'
import { rosterListWords } from '../students/roster-list-words.ts'
import { takenFileWords } from './words.ts'

function useWhat() {
  const w = useWords(takenFileWords)
  const archives = useWords(archiveWords)
  const roster = useWords(rosterListWords)
  return ({ kind, template, archive, year, college }: TakenFile) =>
    [
      archive ? `${archives.kinds[archive.kind]} · ${archives.whiches[archive.which]}` : w.kinds[kind],
      template,
      year === null ? null : roster.of(year),
      college,
      archive && w.span(archive.from, archive.to),
    ]
      .filter((one) => one !== null)
      .join(' · ')
}

/** Who has taken files of one kind, or of all, when and for what. */
export function TakenFiles({ kind = '' }: { kind?: Taken | '' }) {
  const w = useWords(takenFileWords)
  const roster = useWords(rosterListWords)
  const figures = useFigures()
  const what = useWhat()
  const { address, shown, change, isTurning } = useListAddress<{ after: string }>()
  const { data } = useSuspenseQuery(
    ask(listTakenFiles, { params: { school: useMySchool() }, query: { kind, after: shown.after ?? '' } }),
  )
  return (
    <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
      <h2>{w.title}</h2>
      {data.items.length === 0 ? (
        <div className="empty">{w.empty}</div>
      ) : (
        <SmallTable
          label={w.title}
          items={data.items}
          keyOf={({ seq }) => String(seq)}
          columns={[
            { title: w.at, show: ({ at }) => figures.instant(at) },
            { title: w.by, show: ({ by }) => by },
            { title: w.what, show: what },
            { title: w.students, show: ({ students }) => figures.number(students) },
            {
              title: w.why,
              show: ({ purpose, reason }) => w.because(roster.purposes[purpose], reason ?? ''),
            },
          ]}
        />
      )}
      <OnwardPages
        label={w.title}
        after={address.after}
        next={data.next}
        onPage={(next) => change({ ...address, ...next })}
      />
    </section>
  )
}
