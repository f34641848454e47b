/** 温馨提示 above a list: read once, then closed. */
export const Notice = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <details className="card" open>
    <summary>{title}</summary>
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </details>
)
