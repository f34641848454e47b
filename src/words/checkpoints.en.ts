import type { zh } from './checkpoints.zh.ts'

export const en: typeof zh = {
  title: 'Checkpoints of the journal',
  description:
    'What the site signs of its whole journal, for everybody to see that the past is not rewritten.',
  what: 'What this is',
  about: [
    'Each act on this site, from signing to dissolving, is a line of its journal, and each line has the fingerprint of the one before.',
    'All lines of all schools together make one Merkle tree (RFC 9162). Every hour that something is new, the site signs its size, its root and the time: a checkpoint, which is kept for ever and published here.',
    'Whoever has kept a checkpoint (sealed agreements have one in their foot, evidence packages too) can see later that what was there then is the beginning of what is here now, every line of it. What lines say is not published, and nothing about anybody can be told from this.',
  ],
  how: 'How to compare',
  steps: [
    'Keep the text of a checkpoint (“text” in the table).',
    'Later, take a newer one from this page, and the proof from /api/public/checkpoints/consistency?from=smaller&to=larger.',
    'With an evidence package: npm run verify -- package.zip --checkpoint file, from the source of Qianyue, without a network.',
  ],
  keys: 'Public keys that checkpoints are signed by',
  keysHint: 'The first is in use; after a change the one before signs too.',
  list: 'Latest checkpoints',
  none: 'There is none yet.',
  heads: ['Lines', 'Time', 'Root', ''],
  note: 'text',
}
