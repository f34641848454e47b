/**
 * `npm run try:upgrade -- <revision> [files]`: the server tests of an earlier revision on the tables of this one: what instances of
 * both meet while one after the other is replaced. Its program and its tests are those of then, its migrations those of now.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What makes the tables. */
const TABLES = ['src/server/db/migrations', 'src/server/db/migrate.ts', 'src/server/db/restoration-mark.ts']
/** Random lives, races, intruders and each slice's own; those that look at the tables themselves are not asked. */
const TESTS = ['src/server/features', 'tests/lives', 'tests/races', 'tests/http/access.test.ts']

const [revision, ...files] = process.argv.slice(2)
if (!revision) {
  console.error('Say which revision: npm run try:upgrade -- <tag or commit>')
  process.exit(1)
}
const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
const parent = mkdtempSync(join(tmpdir(), 'qianyue-upgrade-'))
const tree = join(parent, 'earlier')
git('worktree', 'add', '--detach', tree, revision)
try {
  if (git('diff', '--name-only', revision, '--', 'package-lock.json') === '')
    symlinkSync(join(process.cwd(), 'node_modules'), join(tree, 'node_modules'))
  else execFileSync('npm', ['ci'], { cwd: tree, stdio: 'inherit' })
  for (const path of TABLES) cpSync(path, join(tree, path), { recursive: true })
  const asked = files.length > 0 ? files : TESTS
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'server', ...asked], {
    cwd: tree,
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} finally {
  git('worktree', 'remove', '--force', tree)
  rmSync(parent, { recursive: true, force: true })
}
