/**
 * `npm run operator -- <log-in> <name>`: makes an operator of the platform, or lets one set the password anew (without the
 * second factor it had), and prints a link that opens the account once. `npm run operator -- --disable <log-in>` ends one. There is no default account.
 */
import { parseArgs } from 'node:util'
import { readConfiguration } from '../src/server/configuration.ts'
import { connect, inTransaction } from '../src/server/db/database.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { disableOperator, letOperatorBegin } from '../src/server/features/accounts/operators.ts'
import { instantText } from '../src/words/figures.ts'
import type { Language } from '../src/words/language.ts'

const { values, positionals } = parseArgs({
  options: { disable: { type: 'string' } },
  allowPositionals: true,
})
const [login = '', ...names] = positionals.map((text) => text.trim())
const name = names.join(' ')
if (values.disable === undefined && !(login && name && login.length <= 64 && name.length <= 100)) {
  console.error(
    '用法 usage: npm run operator -- <登录名 log-in> <姓名 name>\n' +
      '           npm run operator -- --disable <登录名 log-in>',
  )
  process.exit(1)
}

const { databaseUrl, dataDir, baseUrl } = readConfiguration(process.env)
const embedded = databaseUrl ? null : await startEmbedded(dataDir)
const url = databaseUrl ?? embedded!.url
await migrate(url)
const db = connect({ url, poolSize: 1 })
try {
  const at = new Date()
  if (values.disable === undefined) {
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
