import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  access,
  chmod,
  chown,
  cp,
  lchown,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { OperatorError } from './operator-error.ts'

/**
 * PostgreSQL refuses to run as root. This finds a way that works here, and keeps working:
 *
 * 1. An ordinary user runs it as themselves.
 * 2. Root runs it in a user namespace, where root goes by another number but still owns its files: the checkout
 *    and the data may lie in a folder only root can enter.
 * 3. Where namespaces are forbidden (many containers), an unprivileged user of the system runs it. What that
 *    user cannot reach moves to /var/lib/qianyue, and a link is left in its place.
 *
 * The owner of the folder says which way was taken, so nothing else has to be remembered.
 */
export type Home = {
  /** The folder for the cluster, without links, owned by whoever runs PostgreSQL. */
  folder: string
  /** Runs a program of PostgreSQL's bin folder; rejects with what it complained about. */
  run(program: string, args: string[]): Promise<void>
  /** Gives what this process made in the folder to whoever runs PostgreSQL. */
  give(path: string): Promise<void>
}

type Account = { uid: number; gid: number }

const ROOT = 0
const REACHABLE = '/var/lib/qianyue'
/** `initdb` wants a name for the user it runs as, and every Linux has one for number 1. */
const NAMESPACE = ['unshare', '--user', '--map-user=1', '--map-group=1']

/** Finds the home at `place`, or makes it. Rejects with what the operator can do when no way works. */
export async function findHome(place: string, binaries: string): Promise<Home> {
  await finishMove(place)
  const owner = await ownerOf(place)
  if (process.getuid?.() !== ROOT) return homeOfThisUser(place, binaries, owner)
  if (owner && owner.uid !== ROOT) return homeOf(owner, place, binaries)
  return (await homeInNamespace(place, binaries)) ?? homeOf(await systemAccount(), place, binaries)
}

async function homeOfThisUser(place: string, binaries: string, owner: Account | null): Promise<Home> {
  if (owner && process.getuid && owner.uid !== process.getuid())
    throw new OperatorError(
      `${place} 中的数据库属于用户 ${owner.uid}。请以该用户或 root 身份启动签约，或把 DATA_DIR 设为另一个目录。`,
      `The database in ${place} belongs to user ${owner.uid}. Start Qianyue as that user or as root, or set DATA_DIR to another folder.`,
    )
  await mkdir(place, { recursive: true, mode: 0o700 })
  return {
    folder: await realpath(place),
    run: (program, args) => execute([join(binaries, program), ...args]),
    give: async () => {},
  }
}

async function homeInNamespace(place: string, binaries: string): Promise<Home | null> {
  await mkdir(place, { recursive: true, mode: 0o700 })
  const folder = await realpath(place)
  const works =
    (await succeeds([...NAMESPACE, join(binaries, 'postgres'), '--version'])) &&
    (await succeeds([...NAMESPACE, 'test', '-w', folder]))
  if (!works) return null
  return {
    folder,
    run: (program, args) => execute([...NAMESPACE, join(binaries, program), ...args]),
    give: async () => {},
  }
}

async function homeOf(account: Account, place: string, binaries: string): Promise<Home> {
  await execute(['true'], account).catch(giveUp)
  await mkdir(place, { recursive: true, mode: 0o700 })
  await giveAll(await realpath(place), account)
  if (!(await succeeds(['test', '-w', await realpath(place)], account))) await moveToReachable(place, account)
  const programs = await reachableBinaries(binaries, account)
  return {
    folder: await realpath(place),
    run: (program, args) => execute([join(programs, program), ...args], account),
    give: (path) => chown(path, account.uid, account.gid),
  }
}

/** Cut off anywhere, it leaves the old folder in place or a link for `finishMove`. */
async function moveToReachable(place: string, account: Account) {
  const folder = join(REACHABLE, randomUUID())
  await makeReachable()
  await cp(place, folder, { recursive: true })
  await giveAll(folder, account)
  await chmod(folder, 0o700)
  await symlink(folder, `${place}.link`)
  await finishMove(place)
}

async function finishMove(place: string) {
  if (!(await exists(`${place}.link`))) return
  await rm(place, { recursive: true, force: true })
  await rename(`${place}.link`, place)
}

async function reachableBinaries(binaries: string, account: Account): Promise<string> {
  const postgres = join(binaries, 'postgres')
  if (await succeeds(['test', '-x', postgres], account)) return binaries
  const { size, mtimeMs } = await stat(postgres)
  const copy = join(REACHABLE, `postgresql-${account.uid}-${size}-${Math.floor(mtimeMs)}`)
  if (!(await exists(copy))) {
    const arriving = join(REACHABLE, randomUUID())
    await makeReachable()
    await cp(dirname(binaries), arriving, { recursive: true, verbatimSymlinks: true })
    await giveAll(arriving, account)
    await rename(arriving, copy).catch(async (error: unknown) => {
      await rm(arriving, { recursive: true })
      if (!(await exists(copy))) throw error
    })
  }
  return join(copy, 'bin')
}

async function makeReachable() {
  await mkdir(REACHABLE, { recursive: true })
  await chmod(REACHABLE, 0o755)
}

async function systemAccount(): Promise<Account> {
  const known = (await accountNamed('postgres')) ?? (await accountNamed('qianyue'))
  if (known) return known
  const useradd = [
    'useradd',
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/false',
    'qianyue',
  ]
  await execute(useradd).catch(giveUp)
  return (await accountNamed('qianyue')) ?? giveUp()
}

function giveUp(cause?: unknown): never {
  throw new OperatorError(
    'PostgreSQL 不能以 root 身份运行，而这里既不能使用用户命名空间，也不能使用其他系统用户。请以普通用户身份启动签约，或用 DATABASE_URL 指定一个 PostgreSQL 服务器。',
    'PostgreSQL does not run as root, and neither a user namespace nor another user of the system could be used to run it. Start Qianyue as an ordinary user, or set DATABASE_URL to a PostgreSQL server.',
    { cause },
  )
}

async function accountNamed(name: string): Promise<Account | null> {
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n')
  const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}

async function giveAll(folder: string, account: Account) {
  if ((await stat(folder)).uid === account.uid) return
  for (const entry of await readdir(folder, { recursive: true }))
    await lchown(join(folder, entry), account.uid, account.gid)
  // The folder last: its owner says that all of it has been given.
  await chown(folder, account.uid, account.gid)
}

const run = promisify(execFile)

/** Nothing of this process's own environment: it holds secrets, and names that PostgreSQL listens to. */
const ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
}

/** Runs from `/`, since the other user may not be allowed where this process stands. */
async function execute([program, ...args]: string[], account?: Account) {
  await run(program!, args, { cwd: '/', env: ENVIRONMENT, ...account })
}

const succeeds = (command: string[], account?: Account) =>
  execute(command, account).then(
    () => true,
    () => false,
  )

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

const ownerOf = (path: string): Promise<Account | null> =>
  stat(path).then(
    ({ uid, gid }) => ({ uid, gid }),
    () => null,
  )
