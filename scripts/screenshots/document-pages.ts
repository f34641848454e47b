import sharp from 'sharp'
import { addressOf } from '../../src/contracts/address.ts'
import { listAgreements, readAgreementDocument } from '../../src/contracts/agreements.ts'
import { DEMO_SCHOOL } from '../../src/server/demo/people.ts'
import { drawnPages } from '../../src/server/testing/pdf-tools.ts'

/** To the inch: A4 is as wide as the README's column then. */
const POINTS = 80
const params = { school: DEMO_SCHOOL.code }

/** The pages of the sealed agreement that came into force first of those signed online, as Poppler draws them: PNG. */
export async function pagesOfAgreement(ask: (path: string) => Promise<Response>): Promise<Buffer[]> {
  const query = { queue: 'all', status: 'effective', pageSize: 100 } as const
  const listed = listAgreements.schema.response[200].parse(
    await (await ask(addressOf(listAgreements, { params, query }))).json(),
  )
  const [first] = listed.items
    .filter(({ kind, dissolution }) => kind === 'online' && !dissolution)
    .sort((one, other) => one.formedAt.localeCompare(other.formedAt))
  if (!first) throw new Error('the demo has no agreement in force')
  const answer = await ask(
    addressOf(readAgreementDocument, { params: { ...params, id: first.id }, query: { as: 'sealed' } }),
  )
  if (!answer.ok) throw new Error(`the sealed agreement was not served: ${answer.status}`)
  const pages = drawnPages(Buffer.from(await answer.arrayBuffer()), POINTS)
  return Promise.all(pages.map((page) => sharp(page).png({ palette: true }).toBuffer()))
}
