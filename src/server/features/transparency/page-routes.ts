import { addressOf } from '../../../contracts/address.ts'
import { readCheckpoint } from '../../../contracts/checkpoints.ts'
import { shortRoot } from '../../../domain/transparency/checkpoint.ts'
import { hexOf } from '../../../domain/transparency/encoding.ts'
import { CHECKPOINT_WORDS } from '../../../words/checkpoints.ts'
import { countText, exactInstant } from '../../../words/figures.ts'
import type { Language } from '../../../words/language.ts'
import { PUBLIC_SITE_WORDS } from '../../../words/public-site.ts'
import { languageOfPage, pageQuery, sendPage } from '../../http/page.ts'
import type { Slice } from '../../http/slice.ts'
import { html } from '../../pages/html.ts'
import { footOf } from '../public-site/foot.ts'
import { type KeptCheckpoint, listCheckpoints } from './checkpoints.ts'
import { listKeys } from './keys.ts'

const ON_PAGE = 48
const PATH = '/checkpoints'

function draw(checkpoints: readonly KeptCheckpoint[], keys: readonly string[], language: Language) {
  const w = CHECKPOINT_WORDS[language]
  const row = ({ size, at, root }: KeptCheckpoint) =>
    html`<tr><td>${countText(size)}</td><td>${exactInstant(at.toISOString(), language)}</td><td><code>${shortRoot(hexOf(root))}…</code></td>
<td><a href="${addressOf(readCheckpoint, { params: { size: String(size) } })}">${w.note}</a></td></tr>`
  return html`<div class="wide reading"><div class="paper written"><h1>${w.title}</h1>
<h2>${w.what}</h2>${w.about.map((sentence) => html`<p>${sentence}</p>`)}
<h2>${w.how}</h2><ol>${w.steps.map((step) => html`<li>${step}</li>`)}</ol>
<h2>${w.keys}</h2><p class="soft">${w.keysHint}</p><ul>${keys.map((key) => html`<li><code>${key}</code></li>`)}</ul>
<h2>${w.list}</h2>${
    checkpoints.length === 0
      ? html`<p>${w.none}</p>`
      : html`<table><thead><tr>${w.heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${checkpoints.map(row)}</tbody></table>`
  }</div></div>`
}

/** What the site has signed of its journal, for people. */
export const checkpointPageRoutes: Slice = (app, services) => {
  const { db, baseUrl } = services
  app.route({
    method: 'GET',
    url: PATH,
    config: { access: 'public', isPage: true },
    schema: { hide: true, querystring: pageQuery },
    handler: async (request, reply) => {
      const language = languageOfPage(request.query)
      const w = CHECKPOINT_WORDS[language]
      const [{ rows }, keys] = await Promise.all([
        listCheckpoints(db, { page: 1, pageSize: ON_PAGE }),
        listKeys(db),
      ])
      const english = `${PATH}?lang=en`
      return sendPage(request, reply, {
        language,
        title: w.title,
        description: w.description,
        addresses: { 'zh-CN': `${baseUrl}${PATH}`, en: `${baseUrl}${english}` },
        inOther: language === 'en' ? PATH : english,
        name: PUBLIC_SITE_WORDS[language].platform,
        home: '/',
        colours: { colour: null, accent: null },
        main: draw(rows, keys, language),
        foot: footOf(services, null),
      })
    },
  })
}
