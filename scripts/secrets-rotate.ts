/**
 * `npm run secrets:rotate`: seals all personal data anew by SECRET, while SECRET_BEFORE still opens what it has sealed and the site
 * serves with both. Broken off, it is run again; at its end SECRET_BEFORE may go.
 */
import { keepSecret } from '../src/server/configuration.ts'
import { connect } from '../src/server/db/database.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { OperatorError } from '../src/server/db/operator-error.ts'
import { rotateSecret } from '../src/server/rotation/rotating.ts'
import { findKeyId, type KnownKeys, recogniseSecret } from '../src/server/services/known-secret.ts'
import { secretsFrom } from '../src/server/services/secrets.ts'
import { withSite } from './with-site.ts'

const NOTHING_KNOWN: KnownKeys = { keyId: 0, older: [] }

await withSite(async ({ configuration: { dataDir, secret: given, secretBefore: before }, databaseUrl }) => {
  await migrate(databaseUrl)
  const secret = given ?? (await keepSecret(dataDir))
  const db = connect({ url: databaseUrl, poolSize: 2 })
  try {
    // A site that does not know it yet could not open what is sealed by it: a start makes it known.
    const isKnown = (await findKeyId(db, secret)) !== null
    const { keyId, older } = isKnown ? await recogniseSecret(db, { secret, before }) : NOTHING_KNOWN
    const last = older.find((key) => key.secret !== undefined)
    if (!last)
      throw new OperatorError(
        '没有要更换的密钥：请把新的密钥设为 SECRET、原来的设为 SECRET_BEFORE，重新启动每台服务器，再运行一次。',
        'There is no secret to change: set SECRET to the new one and SECRET_BEFORE to the one before, restart every server, and run this again.',
      )
    const rows = await rotateSecret({
      ...{ db, keyId, secrets: secretsFrom(secret, keyId, older) },
      before: { keyId: last.keyId, secret: last.secret! },
      told: (table, count) => console.log(`${table}: ${count}`),
    })
    console.log(
      `已用新的密钥重新加密 ${rows} 行。现在可以去掉 SECRET_BEFORE 并重新启动每台服务器；请把新的 SECRET 与备份分开保管。\n` +
        `${rows} rows are sealed by the new secret. SECRET_BEFORE may go now, and every server be restarted; keep the new SECRET apart from the back-ups.`,
    )
  } finally {
    await db.destroy()
  }
})
