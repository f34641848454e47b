import { useSuspenseQuery } from '@tanstack/react-query'
import { addExportTemplate, exportTemplateActs, getExportTemplate } from '../../../contracts/exports.ts'
import { ask, call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useKey } from '../cases/key.ts'
import { type Sent, TemplateEditor } from './template-editor.tsx'
import { useTemplateName } from './templates-page.tsx'
import { exportWords } from './words.ts'
import './exports.css'

/** As it was when the page was opened: what somebody else saves meanwhile is told when this is saved. */
const useTemplate = (id: string) => {
  const school = useMySchool()
  const { data } = useSuspenseQuery({
    ...ask(getExportTemplate, { params: { school, id } }),
    refetchOnWindowFocus: false,
  })
  return { school, template: data }
}

const add = (school: string) => (sent: Sent) => call(addExportTemplate, { params: { school }, body: sent })

/** A new template: from nothing, from a file that was shared, or as a copy. */
export function NewTemplatePage() {
  const w = useWords(exportWords)
  const school = useMySchool()
  const { shown } = useListAddress<{ from: string }>()
  return (
    <>
      <BackButton list="/school/exports" />
      <h1>{w.newTitle}</h1>
      {shown.from ? (
        <Copy id={shown.from} />
      ) : (
        <TemplateEditor initial={{ name: '', columns: [] }} reads save={add(school)} />
      )}
    </>
  )
}

function Copy({ id }: { id: string }) {
  const w = useWords(exportWords)
  const called = useTemplateName()
  const { school, template } = useTemplate(id)
  const initial = { name: w.copyOf(called(template)), columns: template.columns }
  return <TemplateEditor initial={initial} save={add(school)} />
}

/** A further version of a template, and who saved those before. */
export function EditTemplatePage() {
  const w = useWords(exportWords)
  const figures = useFigures()
  const { school, template } = useTemplate(useKey().id)
  const { id, name, version, versions } = template
  return (
    <>
      <BackButton list="/school/exports" />
      <h1>{w.editTitle(name)}</h1>
      <TemplateEditor
        key={id}
        initial={template}
        save={(sent) =>
          call(exportTemplateActs.save, { params: { school, id }, body: { ...sent, seenVersion: version } })
        }
      />
      <section className="card">
        <h2>{w.versions}</h2>
        <ul className="export-lacking">
          {versions.map((one) => (
            <li key={one.version}>
              {w.version(one.version)} · {w.columnsOf(one.columns.length)}
              {one.saved && ` · ${w.savedBy(one.saved.by, figures.instant(one.saved.at))}`}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
