/**
 * `npm run operator -- <log-in> <name>`: makes an operator of the platform, or lets one set the password anew (without the
 * second factor it had), and prints a link that opens the account once. `npm run operator -- --disable <log-in>`  ends one. There is no default account.
 * `npm run operator -- --new-seal-key` has documents sealed by another key of the site's own from the next start on.
 * `npm run operator -- --new-checkpoint-key` has the journal's checkpoints signed by another key from now on, and by the one before too.
 */
import { parseArgs } from 'node:util'
import { keepSecret, readConfiguration } from '../src/server/configuration.ts'
import { connect, inTransaction } from '../src/server/db/database.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { disableOperator, letOperatorBegin } from '../src/server/features/accounts/operators.ts'
import { makeKey } from '../src/server/features/transparency/keys.ts'
import { recogniseSecret } from '../src/server/services/known-secret.ts'
import { KEY_FILE } from '../src/server/services/sealing/key-file.ts'
import { makeNewOwnKey } from '../src/server/services/sealing/new-own-key.ts'
import { secretsFrom } from '../src/server/services/secrets.ts'
import { instantText } from '../src/words/figures.ts'
import type { Language } from '../src/words/language.ts'

const { values, positionals } = parseArgs({
  options: {
    disable: { type: 'string' },
    'new-checkpoint-key': { type: 'boolean' },
    'new-seal-key': { type: 'boolean' },
  },
  allowPositionals: true,
})
const [login = '', ...names] = positionals.map((text) => text.trim())
const name = names.join(' ')
const isForPerson = values.disable === undefined && !values['new-checkpoint-key'] && !values['new-seal-key']
if (isForPerson && !(login && name && login.length <= 64 && name.length <= 100)) {
  console.error(
    '用法 usage: npm run operator -- <登录名 log-in> <姓名 name>\n' +
      '           npm run operator -- --disable <登录名 log-in>\n' +
      '           npm run operator -- --new-checkpoint-key\n' +
      '           npm run operator -- --new-seal-key',
  )
  process.exit(1)
}

const configuration = readConfiguration(process.env)
const { databaseUrl, dataDir, baseUrl } = configuration
const embedded = databaseUrl ? null : await startEmbedded(dataDir)
const url = databaseUrl ?? embedded!.url
await migrate(url)
const db = connect({ url, poolSize: 1 })
try {
  const at = new Date()
  if (values['new-checkpoint-key']) {
    const secret = configuration.secret ?? (await keepSecret(dataDir))
    const { keyId, older } = await recogniseSecret(db, { secret, before: configuration.secretBefore })
    const secrets = secretsFrom(secret, keyId, older)
    const { text } = await inTransaction(db, (tx) => makeKey(tx, { secrets, baseUrl, at }))
    console.log(`校验点的新公钥 the new public key of checkpoints:\n${text}`)
  } else if (values['new-seal-key']) {
    const fingerprint = await makeNewOwnKey(db, { folder: dataDir, site: new URL(baseUrl).hostname, at })
    console.log(
      `签章已换用新的自制密钥，请重新启动每台服务器，并把 ${KEY_FILE} 复制到其他服务器、存入备份。\n` +
        `Documents are sealed by another key from the next start on: restart every server, copy ${KEY_FILE} to the others, and back it up.\n${fingerprint}`,
    )
  } else if (values.disable === undefined) {
    const { link, until } = await inTransaction(db, (tx) =>
      letOperatorBegin(tx, { login, name }, { baseUrl, at }),
    )
    const day = (language: Language) => instantText(until, language)
    console.log(`\n${name}（${login}）请在 ${day('zh-CN')} 前打开此链接设置密码，链接只能使用一次：`)
    console.log(`${name} (${login}) sets the password by this link, once, before ${day('en')}:\n\n${link}\n`)
  } else {
    const disabled = await inTransaction(db, (tx) => disableOperator(tx, values.disable!, at))
    console.log(disabled ? '已停用 disabled' : '没有这个账号 no such account')
    process.exitCode = disabled ? 0 : 1
  }
} finally {
  await db.destroy()
  await embedded?.stop()
}
