import { useSuspenseQuery } from '@tanstack/react-query'
import { listTakenArchives } from '../../../contracts/evidence-archives.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { rosterListWords } from '../students/roster-list-words.ts'
import { archiveWords } from './words.ts'

/** Who has taken which archives, when and for what. */
export function TakenArchives() {
  const w = useWords(archiveWords)
  const roster = useWords(rosterListWords)
  const figures = useFigures()
  const { address, shown, change, isTurning } = useListAddress<{ after: string }>()
  const { data } = useSuspenseQuery(
    ask(listTakenArchives, { params: { school: useMySchool() }, query: { after: shown.after ?? '' } }),
  )
  return (
    <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
      <h2>{w.taken.title}</h2>
      {data.items.length === 0 ? (
        <div className="empty">{w.taken.empty}</div>
      ) : (
        <SmallTable
          label={w.taken.title}
          items={data.items}
          keyOf={({ seq }) => String(seq)}
          columns={[
            { title: w.taken.at, show: ({ at }) => figures.instant(at) },
            { title: w.taken.by, show: ({ by }) => by },
            {
              title: w.taken.what,
              show: ({ kind, which, year, college }) =>
                [w.kinds[kind], w.whiches[which], year === null ? null : roster.of(year), college]
                  .filter((one) => one !== null)
                  .join(' · '),
            },
            { title: w.span, show: ({ from, to }) => `${from} – ${to}` },
            { title: w.students, show: ({ students }) => figures.number(students) },
            {
              title: w.taken.why,
              show: ({ purpose, reason }) => w.taken.because(roster.purposes[purpose], reason ?? ''),
            },
          ]}
        />
      )}
      <OnwardPages
        label={w.taken.title}
        after={address.after}
        next={data.next}
        onPage={(next) => change({ ...address, ...next })}
      />
    </section>
  )
}
