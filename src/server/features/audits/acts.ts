import { v7 as uuidv7 } from 'uuid'
import { Refusal } from '../../../domain/refusal.ts'
import type { Doing } from '../../http/doing.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { findPrints, hashOf } from './content.ts'
import { addSigning, type Signing } from './queries.ts'

type Asked = { readonly year: number; readonly signatoryPosition: string; readonly seenHash: string }

/** Signs what was read, by the account's name and time; of what has changed since it was read nothing is signed. */
export async function sign(
  { tx, person, actor, acting: { at } }: Doing,
  school: string,
  { year, signatoryPosition, seenHash }: Asked,
): Promise<Signing> {
  const topics = await findPrints(tx, { school, year, at })
  const hash = hashOf(topics)
  if (hash !== seenHash) throw new Refusal('content-changed')
  const signing = {
    ...{ schoolId: school, id: uuidv7(), graduationYear: year, topics, hash },
    ...{ signedBy: person.userId, signatory: person.name, signatoryPosition, signedAt: at },
  }
  await addSigning(tx, signing)
  await recordOnSchool({ tx, actor, at }, school, 'school.sign-audit', { year, signatoryPosition, hash })
  return signing
}
