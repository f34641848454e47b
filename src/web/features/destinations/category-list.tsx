import { Link } from '@tanstack/react-router'
import { useNameOf, useWords } from '../../words/language.tsx'
import type { CategoryForm } from './destination-form.tsx'
import { destinationWords } from './words.ts'
import './destinations.css'

/**
 * The categories under what stands above them in the table, which comes last among them where it may be chosen too.
 * One that stands alone is a group of itself; such ones come first, so that none seems to lie under another's heading.
 */
function groupsOf(forms: readonly CategoryForm[]) {
  const groups = new Map<string, { name: CategoryForm['parent'] & object; forms: CategoryForm[] }>()
  for (const form of forms) {
    const name = form.parent ?? form
    const group = groups.get(name.name) ?? { name, forms: [] }
    group.forms.push(form)
    groups.set(name.name, group)
  }
  for (const { forms } of groups.values())
    forms.sort((one, other) => Number(one.parent === null) - Number(other.parent === null))
  const all = [...groups.values()]
  return [...all.filter(({ forms }) => forms.length === 1), ...all.filter(({ forms }) => forms.length > 1)]
}

/** Where one goes after school, to choose from: what a review follows, and what is only declared. */
export function CategoryList({ of }: { of: readonly CategoryForm[] }) {
  const w = useWords(destinationWords)
  const nameOf = useNameOf()
  const choice = (form: CategoryForm, name = nameOf(form)) => (
    <li key={form.category}>
      <Link to="." search={{ category: form.category }}>
        <strong>{name}</strong>
        {form.evidence && <small>{w.proves(nameOf(form.evidence))}</small>}
      </Link>
    </li>
  )
  return (['destination', 'declaration'] as const).map((route) => {
    const forms = of.filter((form) => form.route === route)
    if (forms.length === 0) return null
    return (
      <section className="card" key={route}>
        <h2>{w.route[route].title}</h2>
        <p>{w.route[route].text}</p>
        <ul className="categories">
          {groupsOf(forms).map((group) =>
            group.forms.length === 1 ? (
              group.forms.map((form) => choice(form))
            ) : (
              <li key={group.name.name} className="category-group">
                <h3>{nameOf(group.name)}</h3>
                <ul className="categories">
                  {group.forms.map((form) =>
                    choice(form, form.parent ? nameOf(form) : w.other(nameOf(form))),
                  )}
                </ul>
              </li>
            ),
          )}
        </ul>
      </section>
    )
  })
}
