/**
 * `npm run backup -- <file>`: the whole of the site as it is at one instant, in one file, while people work; and what is needed to
 * read what is sealed in it in a second, `<file>.keys`. With `--no-keys` whoever runs the site keeps SECRET and the seal's key elsewhere.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeKeys } from '../src/server/backup/keys-file.ts'
import { makeBackup } from '../src/server/backup/making.ts'
import { keepSecret } from '../src/server/configuration.ts'
import { OperatorError } from '../src/server/db/operator-error.ts'
import { withSite } from './with-site.ts'

const { values, positionals } = parseArgs({
  options: { 'no-keys': { type: 'boolean', default: false } },
  allowPositionals: true,
})
const [file, ...more] = positionals
if (!file || more.length > 0) {
  console.error('用法 usage: npm run backup -- <备份文件 file> [--no-keys]')
  process.exit(1)
}

await withSite(async ({ configuration, databaseUrl, files }) => {
  const { dataDir } = configuration
  const path = resolve(file)
  const keysPath = `${path}.keys`
  if (existsSync(path))
    throw new OperatorError(
      `${path} 已经存在：请换一个文件名。`,
      `${path} is there already: name another file.`,
    )
  const held = await makeBackup({ databaseUrl, files, path, now: () => new Date() })
  const rows = Object.values(held.rows).reduce((all, count) => all + count, 0)
  console.log(
    `已备份 ${held.at} 的全部内容：${rows} 行数据、${held.files} 个文件 → ${path}\n` +
      `All of ${held.at} is in ${path}: ${rows} rows, ${held.files} files.`,
  )
  if (values['no-keys'])
    console.log(
      '没有写出密钥：请自行另外保管 SECRET（或 DATA_DIR/secret）与 seal-key.pem，没有它们就读不出备份中的个人信息。\n' +
        'No keys were written: keep SECRET (or DATA_DIR/secret) and seal-key.pem elsewhere yourself; without them nobody reads the personal data in it.',
    )
  else {
    const secret = configuration.secret ?? (await keepSecret(dataDir))
    await writeKeys(keysPath, {
      secret,
      secretBefore: configuration.secretBefore,
      known: held.secret,
      dataDir,
    })
    console.log(
      `密钥在 ${keysPath}：请与备份分开保管。没有它就读不出备份中的个人信息，两者在一起则谁都能读。\n` +
        `The keys are in ${keysPath}: keep them apart from the back-up. Without them nobody reads its personal data, beside it anybody does.`,
    )
  }
  if (held.missing.length === 0) return
  for (const key of held.missing) console.error(key)
  console.error(
    `存储中缺少以上 ${held.missing.length} 个文件，备份中也没有它们。\n` +
      `These ${held.missing.length} files are not in the store, nor in the back-up.`,
  )
  process.exitCode = 1
})
