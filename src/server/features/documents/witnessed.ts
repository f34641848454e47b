import { zh } from '../../../words/documents.zh.ts'
import { wordCheckpoint } from '../../../words/word-checkpoint.ts'
import { hashOf } from '../../db/journal.ts'
import type { Services } from '../../services/services.ts'
import { checkpointToName } from '../transparency/checkpoints.ts'
import type { Ordered } from './kind.ts'

/**
 * What is about to be sealed, with the latest checkpoint in its foot, and with the fingerprint of its facts in the file: so the
 * seal vouches for the facts as data, for the state of the journal before it, and for the key that checkpoints are signed by.
 */
export async function witnessed(
  services: Pick<Services, 'db' | 'secrets' | 'baseUrl' | 'now'>,
  { content, layout, ...ordered }: Ordered,
): Promise<Ordered> {
  const checkpoint = await checkpointToName(services)
  const facts = JSON.parse(JSON.stringify({ ...content, ...(checkpoint && { checkpoint }) })) as object
  const sentence = checkpoint && wordCheckpoint(checkpoint, zh, 'zh-CN')
  return {
    ...ordered,
    content: facts,
    layout: { ...layout, witness: { sentence, factsHash: hashOf(facts) } },
  }
}
