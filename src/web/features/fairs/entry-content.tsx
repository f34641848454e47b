import type { EntryView } from '../../../contracts/fair-entries.ts'
import { Facts } from '../../ui/facts.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { useWords } from '../../words/language.tsx'
import { jobWords } from '../posts/words.ts'
import { fairWords } from './words.ts'

type Post = EntryView['content']['posts'][number]

/** What an employer brings to a fair: posts as they were copied, whom to ask, who comes. */
export function EntryContentCard({ of: { school, content } }: { of: EntryView }) {
  const words = useWords(fairWords)
  const w = words.entries
  const jobs = useWords(jobWords)
  const { name, phone, email } = content.contact
  return (
    <section className="card">
      <h2>{w.content}</h2>
      <Facts
        of={[
          [words.name.contact ?? '', [name, phone, email].filter(Boolean).join(' · ')],
          [w.people, content.people.join(' · ') || w.noPeople],
        ]}
      />
      <SmallTable<Post>
        label={words.posts}
        items={content.posts}
        keyOf={({ shortId }) => shortId}
        columns={[
          {
            title: words.posts,
            show: ({ shortId, title }) => <a href={`/s/${school.code}/jobs/${shortId}`}>{title}</a>,
          },
          { title: w.headcount, show: ({ headcount }) => headcount },
          { title: w.education, show: ({ education }) => jobs.education[education] },
        ]}
      />
    </section>
  )
}
