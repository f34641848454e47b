// Plain JavaScript, so that a Node that cannot read TypeScript can still say what is missing.
if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `签约需要 Node 24 或更高版本，当前是 ${process.versions.node}：请运行 npm ci（不要省略 peer 依赖，其中包含 Node 24），或升级系统的 Node。\n` +
      `Qianyue needs Node 24 or later, this is ${process.versions.node}: run npm ci without leaving out peer packages (Node 24 is among them), or upgrade the system's Node.`,
  )
  process.exit(1)
}
await import('./start.ts')
