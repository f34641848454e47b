import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type CopyWeight, takeCopy, weighCopy } from '../../../contracts/school-copies.ts'
import { LEFT_OUT } from '../../../domain/school-copy/left.ts'
import { showSize } from '../../../words/file-size.ts'
import { ask, fetchFile } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useMe, useMySchool } from '../accounts/me.ts'
import { FileForPurpose } from '../students/file-for-purpose.tsx'
import { TakenFiles } from '../taken-files/taken-files.tsx'
import { copyWords } from './words.ts'

/** 学校全部数据: what there is, all of it as one zip, and who has taken it. */
export function CopyPage() {
  const w = useWords(copyWords)
  const figures = useFigures()
  const school = useMySchool()
  const { data } = useSuspenseQuery(ask(weighCopy, { params: { school } }))
  return (
    <>
      <h1>{w.title}</h1>
      <p className="soft">{w.lead}</p>
      <section className="card">
        <h2>{w.what}</h2>
        <Facts
          of={[
            [w.students, figures.number(data.students)],
            [w.files, figures.number(data.files)],
            [w.bytes, showSize(data.bytes)],
          ]}
        />
        <TakeCopy />
      </section>
      <TakenFiles kind="everything" />
      <section className="card">
        <h2>{w.leftOut}</h2>
        <ul>
          {LEFT_OUT.map((why) => (
            <li key={why}>{w.left[why]}</li>
          ))}
        </ul>
      </section>
      <Included of={data.included} />
    </>
  )
}

function Included({ of }: { of: CopyWeight['included'] }) {
  const w = useWords(copyWords)
  const { language } = useLanguage()
  const figures = useFigures()
  return (
    <details className="card">
      <summary>{w.included(figures.number(of.length))}</summary>
      <SmallTable
        label={w.included(figures.number(of.length))}
        items={of}
        keyOf={({ file }) => file}
        columns={[
          { title: w.has, show: ({ name, nameEn }) => (language === 'en' ? nameEn : name) },
          { title: w.table, show: ({ file }) => `${file}.csv` },
        ]}
      />
    </details>
  )
}

function TakeCopy() {
  const w = useWords(copyWords)
  const me = useMe()
  const school = useMySchool()
  const client = useQueryClient()
  return (
    <FileForPurpose
      words={w.take}
      kind="primary"
      reason="needed"
      choices={{
        withFiles: { label: w.withFiles, of: ['yes', 'no'], names: w.withFilesOf },
        numbers: { label: w.numbers, of: ['empty', 'whole'], names: w.numbersOf },
      }}
      name={w.fileName(me.school?.name ?? '')}
      get={(asked, { withFiles, numbers }) =>
        fetchFile(takeCopy, {
          params: { school },
          body: { ...asked, whole: numbers === 'whole', withFiles: withFiles === 'yes' },
        })
      }
      settled={() => void client.invalidateQueries()}
    />
  )
}
