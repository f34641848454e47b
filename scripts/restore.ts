/**
 * `npm run restore -- <file>`: brings what `npm run backup` has written to an empty place, the one that DATA_DIR, DATABASE_URL and
 * FILES_URL name, and reads its journal through. Its keys are looked for beside it, or where `--keys <file>` says.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readKeys } from '../src/server/backup/keys-file.ts'
import { restoreBackup } from '../src/server/backup/restoring.ts'
import { withSite } from './with-site.ts'

const { values, positionals } = parseArgs({
  options: { keys: { type: 'string' } },
  allowPositionals: true,
})
const [file, ...more] = positionals
if (!file || more.length > 0) {
  console.error('用法 usage: npm run restore -- <备份文件 file> [--keys <密钥文件 file>]')
  process.exit(1)
}

await withSite(async ({ configuration, databaseUrl, files }) => {
  const { dataDir, secret } = configuration
  const path = resolve(file)
  const keys = await readKeys(values.keys ? resolve(values.keys) : `${path}.keys`)
  const restored = await restoreBackup({ databaseUrl, files, path, dataDir, secret, keys })
  const { lines, faults, fault } = restored
  for (const { school, subject, seq, fault: what } of faults)
    console.error(`school ${school}, ${subject}, line ${seq}: ${what}`)
  if (fault) console.error(`${fault.at}: ${fault.fault}`)
  const isWhole = faults.length === 0 && !fault
  console.log(
    `已恢复到 ${restored.at} 的状态：${restored.files} 个文件、日志 ${lines} 行，${isWhole ? '日志均与写入时相同' : '日志有误，见上'}。现在可以启动。\n` +
      `Restored as of ${restored.at}: ${restored.files} files, ${lines} lines of the journal, ${isWhole ? 'all as they were written' : 'with the faults above'}. The site can be started.`,
  )
  process.exitCode = isWhole ? 0 : 1
})
