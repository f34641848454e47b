import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Picture = {
  role: string
  language: string
  width: number
  name: string
  path: string
  trouble: string
}

/** One page with all that was pictured: a row for a page of a role, a picture for each width and language. */
export async function writeContactSheet(folder: string, pictures: readonly Picture[]): Promise<void> {
  const rows = Map.groupBy(pictures, ({ role, name }) => `${role} · ${name}`)
  const figure = ({ path, width, language, trouble }: Picture) =>
    `<figure><a href="${path}"><img loading="lazy" src="${path}" alt=""></a><figcaption>${width} ${language} <b>${trouble}</b></figcaption></figure>`
  const sections = [...rows].map(
    ([title, of]) => `<section><h2>${title}</h2><div>${of.map(figure).join('')}</div></section>`,
  )
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Every page</title><style>
body { font: 14px system-ui; margin: 16px } section > div { display: flex; gap: 12px; overflow-x: auto; align-items: start }
figure { margin: 0 } img { height: 480px; border: 1px solid #ccc } h2 { font-size: 15px } b { color: #a00 }
</style>${sections.join('')}`,
  )
}
